/**
 * The part of a text that a finding marks, with some words around it, cut into pieces that are marked or not. Where the
 * marks are far apart, the words between them stay: an excerpt reads as the text does. Pure.
 */
import type { Span } from '../../server/domain/language/fold.ts';
import { spacedPieces } from '../../server/domain/language/tokens.ts';

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** So many words on either side of the marks; of a text that is not marked, twice as many from its beginning. */
const wordsAround = 9;

/** `spans`: in the order of the text, apart. */
export function markedExcerpt(text: string, spans: readonly Span[]): Piece[] {
  const first = spans[0]?.[0] ?? 0;
  const last = spans.at(-1)?.[1] ?? 0;
  const from = spans.length === 0 ? 0 : startOf(text, first);
  const to = endOf(text, last, spans.length === 0 ? 2 * wordsAround : wordsAround);
  const pieces: Piece[] = from > 0 ? [{ text: '… ', isMarked: false }] : [];
  let done = from;
  for (const [start, end] of spans) {
    // A mark of nothing stands for what is missing there: the letters beside it show where.
    const [markStart, markEnd] = start === end ? beside(text, start) : [start, end];
    if (markStart < done) continue;
    if (markStart > done) pieces.push({ text: text.slice(done, markStart), isMarked: false });
    pieces.push({ text: text.slice(markStart, markEnd), isMarked: true });
    done = markEnd;
  }
  if (done < to) pieces.push({ text: text.slice(done, to), isMarked: false });
  if (to < text.length) pieces.push({ text: '…', isMarked: false });
  return pieces;
}

function startOf(text: string, at: number): number {
  const before = spacedPieces(text.slice(0, at));
  return before.slice(0, Math.max(0, before.length - wordsAround)).join('').length;
}

function endOf(text: string, at: number, words: number): number {
  return at + spacedPieces(text.slice(at)).slice(0, words).join('').length;
}

/** The word that a place is in, or the one before it. */
function beside(text: string, at: number): Span {
  const word = /\S+\s*$/u.exec(text.slice(0, at));
  return word ? [word.index, at] : [at, at + (/^\S*/u.exec(text.slice(at))?.[0].length ?? 0)];
}
