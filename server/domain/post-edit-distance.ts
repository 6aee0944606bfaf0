/**
 * How much of a machine's text a person changed: word edits (put in, taken out, replaced) over the length of the longer
 * text, from 0 (nothing) to 1 (everything).
 *
 * Twice. `ped` compares what is written, composed (NFC): every mark and quotation mark counts. `pedFold` compares folded
 * words without punctuation or codes (`language/fold.ts`, level 2): what is left is the effort of translating, without
 * that of typography. `صرح` → `صرّح` is a changed word for the first and none for the second.
 *
 * White space is no token, a code is one. A single word against a single word is compared by its letters: half a word
 * is then half an edit, where words could only say all or nothing. Texts that differ in more than `longestTable` places
 * on both sides are counted as rewritten there: a bound on time, from above.
 */
import { composed } from './language/compose.ts';
import { tokenize, type Codes } from './content.ts';
import { searchable } from './language/searchable.ts';
import { wordTokens } from './language/tokens.ts';
import type { Locale } from './locale.ts';

export interface PostEditDistance {
  readonly ped: number;
  readonly pedFold: number;
}

/** Both distances between a machine's text and what became of it. */
export function postEditDistance(machine: string, final: string, locale: Locale, codes: Codes = {}): PostEditDistance {
  if (machine === final) return { ped: 0, pedFold: 0 };
  const [from, to] = [composed(machine), composed(final)];
  return {
    ped: distance(writtenTokens(from, locale, codes), writtenTokens(to, locale, codes)),
    pedFold: distance(foldedTokens(from, locale, codes), foldedTokens(to, locale, codes)),
  };
}

function writtenTokens(text: string, locale: Locale, codes: Codes): string[] {
  return tokenize(text, codes)
    .flatMap((token) => (token.kind === 'text' ? wordTokens(token.text, locale) : token.text))
    .filter((token) => token.trim() !== '');
}

function foldedTokens(text: string, locale: Locale, codes: Codes): string[] {
  const words = tokenize(text, codes).map((token) => (token.kind === 'text' ? token.text : ' '));
  return wordTokens(searchable(words.join('')), locale)
    .map((token) => token.replace(/[\p{P}\s]+/gu, ''))
    .filter((token) => token !== '');
}

function distance(from: readonly string[], to: readonly string[]): number {
  const [word, ...others] = from;
  const [became, ...more] = to;
  const isOneWord = word !== undefined && became !== undefined && others.length + more.length === 0;
  return isOneWord ? share(Array.from(word), Array.from(became)) : share(from, to);
}

function share(from: readonly string[], to: readonly string[]): number {
  const longer = Math.max(from.length, to.length);
  return longer === 0 ? 0 : editDistance(from, to) / longer;
}

/** Some 4,000 changed words on each side: a tenth of a second. */
const longestTable = 16_000_000;

/** Levenshtein's distance, on what is left between the equal ends, row by row. */
export function editDistance(from: readonly string[], to: readonly string[]): number {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let [endFrom, endTo] = [from.length, to.length];
  while (endFrom > start && endTo > start && from[endFrom - 1] === to[endTo - 1]) {
    endFrom -= 1;
    endTo -= 1;
  }
  const [rows, columns] = [from.slice(start, endFrom), to.slice(start, endTo)];
  if (rows.length * columns.length > longestTable) return Math.max(rows.length, columns.length);
  const numbers = new Map<string, number>();
  const [x, y] = [rows, columns].map((tokens) => numbered(tokens, numbers));
  return x && y ? lastOfTable(x, y) : 0;
}

/** Tokens as numbers, which are quicker to compare. */
function numbered(tokens: readonly string[], numbers: Map<string, number>): Uint32Array {
  return Uint32Array.from(tokens, (token) => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
  });
}

/** One row is kept: of the row above, what is left of the place that is being filled is overwritten already. */
function lastOfTable(rows: Uint32Array, columns: Uint32Array): number {
  const row = Uint32Array.from({ length: columns.length + 1 }, (_, j) => j);
  for (let i = 0; i < rows.length; i += 1) {
    let aboveLeft = i;
    let left = i + 1;
    row[0] = left;
    for (let j = 1; j < row.length; j += 1) {
      const above = row[j] ?? 0;
      const replaced = rows[i] === columns[j - 1] ? aboveLeft : aboveLeft + 1;
      left = Math.min(replaced, above + 1, left + 1);
      row[j] = left;
      aboveLeft = above;
    }
  }
  return row[columns.length] ?? 0;
}
