/**
 * Comments that are being written, kept on this device until the server has them:
 *
 *   dragoman.comment.<document>.<locale>.<segment>.<thread, or `new`>   {"text", "about", "sent"?}
 *
 * One for each place, whichever tab writes there: two tabs of one person that write at one place at once are not worth
 * what the desk does for texts. `sent` is the decision under which this very text went out: while nobody knows whether it
 * got there, it goes again as the same one.
 */
export interface CommentDraft {
  readonly text: string;
  readonly about: 'target' | 'source';
  readonly sent?: string;
}

export interface DraftPlace {
  readonly documentId: string;
  readonly locale: string;
  readonly segmentId: string;
  /** Absent: a new thread. */
  readonly threadId?: string | undefined;
}

export const noDraft: CommentDraft = { text: '', about: 'target' };

export function readDraft(shelf: Pick<Storage, 'getItem'>, place: DraftPlace): CommentDraft {
  try {
    const { text, about, sent } = JSON.parse(shelf.getItem(keyOf(place)) ?? '{}') as Partial<CommentDraft>;
    if (typeof text !== 'string') return noDraft;
    return { text, about: about === 'source' ? 'source' : 'target', ...(typeof sent === 'string' && { sent }) };
  } catch {
    return noDraft;
  }
}

export function isDrafted(shelf: Pick<Storage, 'getItem'>, place: DraftPlace): boolean {
  return readDraft(shelf, place).text !== '';
}

/** Keeps what is written, or forgets what is not there any more. A device without room keeps nothing. */
export function keepDraft(
  shelf: Pick<Storage, 'setItem' | 'removeItem'>,
  place: DraftPlace,
  draft: CommentDraft,
): void {
  if (draft.text === '') {
    shelf.removeItem(keyOf(place));
    return;
  }
  try {
    shelf.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // It stands in the field until it is sent or the page is left.
  }
}

function keyOf({ documentId, locale, segmentId, threadId = 'new' }: DraftPlace): string {
  return `dragoman.comment.${documentId}.${locale}.${segmentId}.${threadId}`;
}
