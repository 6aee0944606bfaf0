/**
 * Import: a file or pasted text becomes a document. The segments that it would make are shown while it is prepared; the
 * title is asked for where the text has none. A refusal is a sentence, and nothing that was given is lost by it.
 */
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { directionOf, locales, type Locale } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LocaleChecks } from '../ui/LocaleChecks.tsx';
import { Page } from '../ui/Page.tsx';
import { toast } from '../ui/toasts.ts';
import {
  emptyDraft,
  guessLocale,
  importRequest,
  isEmpty,
  keepDraft,
  keptDraft,
  targetsOf,
  type ImportDraft,
} from './draft.ts';
import { ImportInput } from './ImportInput.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { usePreview } from './use-preview.ts';
import '../ui/field.css';
import './import.css';

export function ImportPage() {
  const { t, locale: ownLocale } = useI18n();
  const navigate = useNavigate();
  const [draft, setDraft] = useDraft();
  const importing = useChange('POST /api/documents', ({ documentId }) => {
    setDraft(emptyDraft);
    toast(t('import.done'));
    void navigate(`/documents/${documentId}`);
  });
  const guess = draft.input.kind === 'text' ? guessLocale(draft.input.text) : undefined;
  const from = draft.from ?? guess ?? ownLocale;
  const preview = usePreview(draft, from);
  // One id for one content: pressing twice, or again after a lost connection, imports once.
  const decisionId = useMemo(() => ({ of: draft, id: newDecisionId() }), [draft]).id;
  const needsTitle = preview.data !== undefined && preview.data.title === undefined;
  const isReady = !isEmpty(draft) && !preview.error && (!needsTitle || draft.title.trim() !== '');
  const change = (part: Partial<ImportDraft>): void => {
    importing.reset();
    setDraft({ ...draft, ...part });
  };
  return (
    <Page title={t('import.title')}>
      <div className="import">
        <form
          className="import-form"
          onSubmit={(event) => {
            event.preventDefault();
            importing.mutate({ body: { decisionId, ...importRequest(draft, from) } });
          }}
        >
          <ImportInput input={draft.input} locale={from} onChange={(input) => change({ input })} />
          <Choice
            label={t('import.from')}
            options={locales.map((locale) => ({ value: locale, label: t(`app.locale-${locale}`) }))}
            value={from}
            onChange={(locale) => change({ from: locale })}
          />
          <LocaleChecks
            label={t('import.to')}
            options={locales.filter((locale) => locale !== from)}
            value={targetsOf(draft, from)}
            onChange={(to) => change({ without: locales.filter((one) => one !== from && !to.includes(one)) })}
          />
          <TitleField
            title={draft.title}
            locale={from}
            found={preview.data?.title}
            isNeeded={needsTitle}
            onChange={(title) => change({ title })}
          />
          {importing.error && <ErrorNote error={importing.error} />}
          <Button type="submit" look="primary" className="start" isDisabled={!isReady} isPending={importing.isPending}>
            {t('import.import')}
          </Button>
        </form>
        <ImportPreview draft={draft} locale={from} preview={preview} />
      </div>
    </Page>
  );
}

/** The draft, kept on the device with every change. */
function useDraft(): [ImportDraft, (draft: ImportDraft) => void] {
  const [draft, setDraft] = useState(keptDraft);
  useEffect(() => keepDraft(draft), [draft]);
  return [draft, setDraft];
}

interface TitleFieldProps {
  readonly title: string;
  readonly locale: Locale;
  readonly found: string | undefined;
  readonly isNeeded: boolean;
  readonly onChange: (title: string) => void;
}

function TitleField({ title, locale, found, isNeeded, onChange }: TitleFieldProps) {
  const { t } = useI18n();
  return (
    <div>
      <label className="field-label" htmlFor="title">
        {t('import.title-label')}
      </label>
      <input
        id="title"
        className="field text import-title"
        lang={locale}
        dir={directionOf(locale)}
        maxLength={300}
        required={isNeeded}
        aria-describedby="title-hint"
        placeholder={found ?? ''}
        value={title}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id="title-hint" className={isNeeded ? 'field-hint needed' : 'field-hint'}>
        {t(isNeeded ? 'import.title-needed' : 'import.title-hint')}
      </p>
    </div>
  );
}
