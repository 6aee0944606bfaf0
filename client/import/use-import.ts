/**
 * The import as a whole: the draft (kept on the device with every change), what its preview says, whether it can be
 * sent, and sending it. One content has one decision id, so pressing twice, or again after a lost connection, imports
 * once.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Locale } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { useChange } from '../queries.ts';
import {
  emptyDraft,
  guessedFrom,
  importRequest,
  isEmpty,
  keepDraft,
  keptDraft,
  titledBlocks,
  type ImportDraft,
} from './draft.ts';
import { usePreview } from './use-preview.ts';

/** `own` is the language taken for a text without letters to tell it by. */
export function useImport(own: Locale, onDone: (documentId: string) => void) {
  const [draft, setDraft] = useState(keptDraft);
  useEffect(() => keepDraft(draft), [draft]);
  const { mutate, reset, error, isPending } = useChange('POST /api/documents', ({ documentId }) => {
    setDraft(emptyDraft);
    onDone(documentId);
  });
  const guessed = useMemo(() => guessedFrom(draft.input), [draft.input]);
  const from = draft.from ?? guessed ?? own;
  const preview = usePreview(draft, from);
  const decision = useMemo(() => ({ of: draft, id: newDecisionId() }), [draft]);
  const needsTitle = preview.data !== undefined && preview.data.title === undefined;
  const found = preview.data?.title !== undefined ? preview.data.blocks : [];
  return {
    draft,
    from,
    preview,
    needsTitle,
    /** The letters tell another language than the one that was chosen. */
    looksForeign: guessed !== undefined && guessed !== from,
    /** The title that was typed takes the place of another one. */
    demotesTitle: titledBlocks(found, draft.title).length > found.length && found.length > 0,
    error,
    isPending,
    isReady: !isEmpty(draft) && !preview.error && (!needsTitle || draft.title.trim() !== ''),
    /** From the draft as it is by then: a file takes a while to read, and meanwhile somebody types. */
    change: (part: (now: ImportDraft) => Partial<ImportDraft>): void => {
      reset();
      setDraft((now) => ({ ...now, ...part(now) }));
    },
    send: () => mutate({ body: { decisionId: decision.id, ...importRequest(draft, from) } }),
  };
}
