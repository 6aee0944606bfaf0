/**
 * A text cut where marks begin and end, so that each piece is drawn once with all that is said of it: findings, terms and
 * whatever else points into a text may lie across each other. Codes are never cut. Pure.
 */
import { tokenize, type Codes, type Token } from '../../server/domain/content.ts';
import type { Span } from '../../server/domain/language/fold.ts';

/** Something that is said of a stretch of a text. */
export interface Mark {
  readonly span: Span;
  /** Its classes. */
  readonly look: string;
  /** What it says when somebody points at it. */
  readonly title?: string;
  /** Whose it is: for whoever presses it. */
  readonly id?: string;
}

export type MarkedPiece =
  | { readonly code: Exclude<Token, { kind: 'text' }>; readonly marks: readonly Mark[] }
  | { readonly text: string; readonly marks: readonly Mark[] };

/** The pieces of a text; those that are text, joined with the codes, are the text. */
export function markedPieces(text: string, codes: Codes, marks: readonly Mark[]): MarkedPiece[] {
  let at = 0;
  return tokenize(text, codes).flatMap((token): MarkedPiece[] => {
    const start = at;
    at += token.text.length;
    if (token.kind === 'text') return pieces(token.text, start, marks);
    return [{ code: token, marks: marks.filter(({ span: [from, to] }) => from <= start && to >= at) }];
  });
}

function pieces(text: string, start: number, marks: readonly Mark[]): MarkedPiece[] {
  const end = start + text.length;
  const here = marks.filter(({ span: [from, to] }) => from < end && to > start && from < to);
  const edges = here.flatMap(({ span }) => span.filter((edge) => edge > start && edge < end));
  const cuts = [...new Set([start, ...edges, end])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((to, n) => {
    const from = cuts[n] ?? start;
    return {
      text: text.slice(from - start, to - start),
      marks: here.filter(({ span }) => span[0] <= from && span[1] >= to),
    };
  });
}

/** The marks that fall into a part of a text, as that part counts. */
export function marksWithin(marks: readonly Mark[], [start, end]: Span): Mark[] {
  return marks.flatMap(({ span: [from, to], ...mark }) => {
    const span = [Math.max(from, start) - start, Math.min(to, end) - start] as const;
    return span[0] < span[1] ? [{ ...mark, span }] : [];
  });
}
