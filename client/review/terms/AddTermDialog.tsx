/** Adds a term while reviewing: what is selected in both texts stands there already. */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { DocumentView } from '../../../server/contract/documents-api.ts';
import { directionOf, type Locale } from '../../../server/domain/locale.ts';
import { termKinds, type TermKind } from '../../../server/domain/terms/term.ts';
import { termLimits } from '../../../server/domain/terms/tidy-term.ts';
import { call } from '../../api.ts';
import { AlikeNote } from '../../terms/AlikeNote.tsx';
import { newDecisionId } from '../../decision-id.ts';
import { useI18n } from '../../i18n.ts';
import { keyOf } from '../../queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { toast } from '../../ui/toasts.ts';
import type { SelectedWords } from './selected-source.ts';
import { draftedTerm, isWhole, type NewTerm, type TermDraft } from './term-draft.ts';
import '../../ui/tool.css';

export interface AddTermDialogProps {
  readonly document: DocumentView;
  readonly locale: Locale;
  readonly selected: SelectedWords;
  readonly onClose: () => void;
}

export function AddTermDialog({ document: { documentId, from }, locale, selected, onClose }: AddTermDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [decisionId] = useState(newDecisionId);
  const [draft, setDraft] = useState<TermDraft>({ ...selected, kind: 'term', isKept: false, isHere: false, note: '' });
  const isWritten = draft.note !== '' || draft.source !== selected.source || draft.target !== selected.target;
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const change = (part: Partial<TermDraft>): void => setDraft((before) => ({ ...before, ...part }));

  async function add(term: NewTerm): Promise<void> {
    setPending(true);
    setError(undefined);
    try {
      await call('POST /api/terms', { body: { decisionId, term } });
      void client.invalidateQueries({ queryKey: keyOf('GET /api/terms', {}) });
      toast(t('terms-here.added', { term: draft.source.trim() }));
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} holdsText={isWritten} title={t('terms.add-title')}>
      <form
        className="term-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(draft)) void add(draftedTerm(draft, { from, locale, documentId }));
        }}
      >
        <WordField
          label={t('terms-here.in-source')}
          isFirst={selected.source === ''}
          locale={from}
          value={draft.source}
          onValue={(source) => change({ source })}
        />
        <label className="tool-check">
          <input
            type="checkbox"
            checked={draft.isKept}
            onChange={({ currentTarget }) => change({ isKept: currentTarget.checked })}
          />
          <span>{t('terms-here.kept')}</span>
        </label>
        {!draft.isKept && (
          <WordField
            label={t('terms-here.in-target')}
            isFirst={selected.source !== ''}
            locale={locale}
            value={draft.target}
            onValue={(target) => change({ target })}
          />
        )}
        <KindField value={draft.kind} onValue={(kind) => change({ kind })} />
        <label>
          <span>{t('terms-here.note')}</span>
          <textarea
            className="field"
            rows={2}
            maxLength={termLimits.note}
            dir={draft.note === '' ? undefined : 'auto'}
            value={draft.note}
            onChange={({ currentTarget }) => change({ note: currentTarget.value })}
          />
        </label>
        <label className="tool-check">
          <input
            type="checkbox"
            checked={draft.isHere}
            onChange={({ currentTarget }) => change({ isHere: currentTarget.checked })}
          />
          <span>{t('terms-here.only-here')}</span>
        </label>
        <AlikeNote term={draftedTerm(draft, { from, locale, documentId })} />
        {error !== undefined && <ErrorNote error={error} />}
        <div className="dialog-actions">
          <Button type="submit" look="primary" isPending={isPending} isDisabled={!isWhole(draft)}>
            {t('terms-here.add')}
          </Button>
          <Button onPress={() => onClose()}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface WordFieldProps {
  readonly label: string;
  readonly locale: Locale;
  readonly value: string;
  /** Writing begins here. */
  readonly isFirst: boolean;
  readonly onValue: (value: string) => void;
}

function WordField({ label, locale, value, isFirst, onValue }: WordFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        className="field text"
        lang={locale}
        dir={directionOf(locale)}
        maxLength={termLimits.word}
        // The dialog is this question.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFirst}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

interface KindFieldProps {
  readonly value: TermKind;
  readonly onValue: (kind: TermKind) => void;
}

function KindField({ value, onValue }: KindFieldProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{t('terms-here.kind')}</span>
      <select
        id={id}
        className="field"
        value={value}
        onChange={({ currentTarget }) => onValue(termKinds.find((kind) => kind === currentTarget.value) ?? 'term')}
      >
        {termKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`terms-here.kind-${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
