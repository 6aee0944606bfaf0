/**
 * Where the caret goes by words: to the end of a word forward, to its beginning backward. Words are those of the diff
 * (`server/domain/language/tokens.ts`), so that `צה״ל` is one; a browser's own word moves stick at quotation marks beside
 * Hebrew. A code is a word of its own.
 */
import type { Locale } from '../../../server/domain/locale.ts';
import { wordTokens } from '../../../server/domain/language/tokens.ts';

export type Way = 'forward' | 'backward';

const readable = /[\p{L}\p{N}\uFFFC]/u;

/** The place in the text (codes as U+FFFC) that a word move from `from` leads to. */
export function wordEdge(flat: string, from: number, way: Way, locale: Locale): number {
  let [edge, end] = [0, 0];
  for (const token of wordTokens(flat, locale)) {
    const begin = end;
    end += token.length;
    if (!readable.test(token)) continue;
    if (way === 'forward' && end > from) return end;
    if (way === 'backward' && begin < from) edge = begin;
  }
  return way === 'forward' ? flat.length : edge;
}
