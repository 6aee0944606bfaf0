/**
 * A term over the page: a new one, or one to change or remove. What somebody else saved meanwhile is never written over:
 * the answer says so, and the dialog shows what stands now on demand.
 */
import { useState } from 'react';
import type { TermView } from '../../server/contract/terms-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { Problem } from '../api.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { AlikeNote } from './AlikeNote.tsx';
import { TermForm } from './TermForm.tsx';
import { draftOf, isSayable, newDraft, termOf, type TermDraft } from './term-draft.ts';

export interface TermDialogProps {
  /** Absent: a new one. */
  readonly term?: TermView | undefined;
  /** What a new one begins with. */
  readonly beginning?: TermDraft | undefined;
  readonly onClose: () => void;
  /** Asked to show the term as it stands now, after somebody else changed it. */
  readonly onReload?: (() => void) | undefined;
}

export function TermDialog({ term, beginning, onClose, onReload }: TermDialogProps) {
  const { t } = useI18n();
  const [given] = useState(() => (term ? draftOf(term) : (beginning ?? newDraft())));
  const [draft, setDraft] = useState(given);
  const done = (word: 'terms.added' | 'terms.changed' | 'terms.removed') => () => {
    toast(t(word));
    onClose();
  };
  const add = useChange('POST /api/terms', done('terms.added'));
  const change = useChange('PUT /api/terms/:termId', done('terms.changed'));
  const remove = useChange('POST /api/terms/:termId/remove', done('terms.removed'));
  const error = add.error ?? change.error ?? remove.error;
  const isStale = error instanceof Problem && error.code === 'term.stale';

  function save(): void {
    const body = { decisionId: newDecisionId(), term: termOf(draft) };
    if (term === undefined) add.mutate({ body });
    else change.mutate({ params: { termId: term.id }, body: { ...body, baseRevision: term.revision } });
  }

  return (
    <Dialog
      isOpen
      look="form"
      onClose={onClose}
      holdsText={draft !== given}
      title={t(term ? 'terms.change-title' : 'terms.add-title')}
    >
      <TermForm draft={draft} onChange={setDraft} />
      <AlikeNote term={termOf(draft)} id={term?.id} />
      {error ? <ErrorNote error={error} /> : null}
      <div className="dialog-actions">
        <Button
          look="primary"
          isDisabled={!isSayable(draft)}
          isPending={add.isPending || change.isPending}
          onPress={save}
        >
          {t('terms.save')}
        </Button>
        {isStale && onReload && <Button onPress={onReload}>{t('terms.reload')}</Button>}
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        {term && (
          <Button
            look="danger"
            className="term-remove"
            isPending={remove.isPending}
            onPress={() =>
              remove.mutate({
                params: { termId: term.id },
                body: { decisionId: newDecisionId(), baseRevision: term.revision },
              })
            }
          >
            {t('terms.remove')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
