/** Offers to take many decisions back, in the note that says that they were taken. */
import type { QueryClient } from '@tanstack/react-query';
import type { Locale } from '../../../server/domain/locale.ts';
import { call } from '../../api.ts';
import { t } from '../../i18n.ts';
import { sentenceOf } from '../../problems.ts';
import { refresh } from '../../queries.ts';
import { dismissToast, toast } from '../../ui/toasts.ts';
import type { Desk } from '../desk.ts';
import type { ManyDecided } from '../outbox.ts';
import { atRest, sendBatches } from './batches.ts';

export interface Decided {
  readonly documentId: string;
  readonly locale: Locale;
  readonly decisionIds: readonly string[];
}

/** At a desk the command for undo takes them back as well, as long as nothing else is decided there. */
export function toastWithUndo(client: QueryClient, desk: Desk | undefined, text: string, decided: Decided): void {
  const undo = () => undoMany(client, decided);
  if (desk) noteWithUndo(desk, text, undo);
  else toast(text, 'done', { label: t('tools.undo'), run: () => void undo() });
}

/** Says what was done to many segments, and offers to take it back, by the note or by the command. */
export function noteWithUndo(desk: Desk, text: string, undo: () => Promise<void>): void {
  const many: ManyDecided = {
    takeBack() {
      desk.forget(many);
      dismissToast(note);
      void undo();
    },
  };
  desk.did(many);
  const note = toast(text, 'done', { label: t('tools.undo'), run: many.takeBack });
}

/** What somebody has gone on from meanwhile stays, and is counted. */
async function undoMany(client: QueryClient, { documentId, locale, decisionIds }: Decided): Promise<void> {
  try {
    const { taken, refused } = await sendBatches(
      decisionIds,
      atRest,
      async (batch) => {
        const request = { params: { documentId, locale }, body: { decisionIds: [...batch] } };
        const answer = await call('POST /api/documents/:documentId/targets/:locale/undo', request);
        return { taken: answer.undone, refused: answer.refused };
      },
      () => undefined,
    );
    toast(t('tools.undone', { count: taken }));
    if (refused.length > 0) toast(t('tools.undo-refused', { count: refused.length }), 'error');
  } catch (error) {
    toast(sentenceOf(error), 'error');
  }
  await refresh(client, documentId);
}
