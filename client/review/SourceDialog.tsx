/**
 * Splitting a paragraph of the source, or joining it with the next: says that every language is concerned, and, for a
 * split, lets a sentence be chosen to begin with. What is unsaved on these segments is saved first. It can be taken back
 * from the note that says that it was done.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { t as say, useI18n } from '../i18n.ts';
import { sentenceOf } from '../problems.ts';
import { refresh, useChange } from '../queries.ts';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Text } from '../ui/Text.tsx';
import { toast } from '../ui/toasts.ts';
import type { Desk } from './desk.ts';
import { noteWithUndo } from './tools/undo-many.ts';
import type { WorkRow } from './rows.ts';
import { placesIn } from './source-places.ts';
import './source-dialog.css';

export interface SourceDialogProps {
  readonly document: DocumentView;
  readonly row: WorkRow;
  /** The next segment, which a join takes in. */
  readonly nextId: string | undefined;
  readonly desk: Desk;
  readonly wants: 'split-source' | 'join-source';
  readonly onClose: () => void;
}

export function SourceDialog({ document, row, nextId, desk, wants, onClose }: SourceDialogProps) {
  const { t } = useI18n();
  const { documentId, from } = document;
  const { segmentId } = row;
  const group = useId();
  const [baseVersion] = useState(document.sourceVersion);
  const [decisionId] = useState(newDecisionId);
  const [places] = useState(() => (wants === 'split-source' ? placesIn(row, from) : []));
  const [chosen, choose] = useState(places[0]?.offset);
  const [isBlocked, setBlocked] = useState(false);
  const onDone = useDone(documentId, desk, t(`review.done-${wants}`, { n: row.ordinal + 1 }), onClose);
  const split = useChange('POST /api/documents/:documentId/segments/:segmentId/source/split', onDone);
  const join = useChange('POST /api/documents/:documentId/segments/:segmentId/source/join', onDone);

  async function confirm(): Promise<void> {
    const ids = [segmentId, ...(wants === 'join-source' && nextId ? [nextId] : [])];
    const unsaved = ids.filter((id) => desk.state().entries[id] !== undefined);
    const isSaved = (await Promise.all(unsaved.map((id) => desk.save(id)))).every(Boolean);
    setBlocked(!isSaved);
    if (!isSaved) return;
    const params = { documentId, segmentId };
    if (wants === 'join-source') join.mutate({ params, body: { decisionId, baseVersion } });
    else if (chosen !== undefined) split.mutate({ params, body: { decisionId, baseVersion, offset: chosen } });
  }

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t(`review.${wants}-title`)}
      verb={t(`review.${wants}-verb`)}
      isPending={split.isPending || join.isPending}
      error={split.error ?? join.error}
      onConfirm={() => void confirm()}
    >
      <p>{t(`review.${wants}-text`)}</p>
      {isBlocked && <p className="fact bad">{t('review.source-unsaved')}</p>}
      {wants === 'split-source' && places.length === 0 && <p className="fact warn">{t('review.no-place')}</p>}
      {places.length > 0 && (
        <fieldset className="source-places">
          <legend>{t('review.choose-place')}</legend>
          {places.map(({ offset, beginning }) => (
            <label key={offset}>
              <input type="radio" name={group} checked={chosen === offset} onChange={() => choose(offset)} />
              <Text locale={from}>{beginning}</Text>
            </label>
          ))}
        </fieldset>
      )}
    </ConfirmDialog>
  );
}

/** Says that it was done, and offers to take it back. */
function useDone(documentId: string, desk: Desk, text: string, onClose: () => void) {
  const client = useQueryClient();
  return ({ sourceVersion }: { readonly sourceVersion: number }): void => {
    onClose();
    const undo = async (): Promise<void> => {
      try {
        const body = { decisionId: newDecisionId(), baseVersion: sourceVersion };
        await call('POST /api/documents/:documentId/source/undo', { params: { documentId }, body });
        toast(say('review.done-source-undo'));
      } catch (error) {
        toast(sentenceOf(error), 'error');
      }
      await refresh(client, documentId);
    };
    noteWithUndo(desk, text, undo);
  };
}
