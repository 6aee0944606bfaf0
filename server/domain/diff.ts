/**
 * What changed between two versions of a text, in whole words.
 *
 * A change inside a word marks the word: a mark-up boundary between two letters can break the joining of Arabic and
 * tears niqqud off in Hebrew. An inline code is one token and is never cut. Tokens are compared as they are written,
 * so that the chunks give both texts back, byte for byte; that is also what makes the result easy to trust:
 *
 *   same + deleted = before,   same + inserted = after
 *
 * The way: words with the space behind them first, and only what was replaced again in words and punctuation, because most of
 * a text stays and a word breaker is slow. Each time: equal ends off → tokens that only one side has off (they match
 * nothing, so the result is the same and a rewritten paragraph costs little) → Myers on what is left, as numbers, by the
 * package `diff`. Its cost grows with the square of the changes, so it stops at `longestEdit` and the middle is then
 * shown as replaced: coarse, and right. Rejected: `diffWords` of the same package, which takes every Hebrew and Arabic
 * letter for a word.
 */
import { diffArrays } from 'diff';
import { tokenize, type Codes } from './content.ts';
import { spacedPieces, wordTokens } from './language/tokens.ts';
import type { Locale } from './locale.ts';

export type ChunkKind = 'same' | 'deleted' | 'inserted';

export interface Chunk {
  readonly kind: ChunkKind;
  readonly text: string;
}

/** Deletions and insertions of tokens that both sides have, beyond which nobody reads a diff word by word. */
export const longestEdit = 600;

/** A stretch of equal text, or a change: what went and what came. */
type Run =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'change'; readonly deleted: string; readonly inserted: string };

/**
 * The chunks that lead from one text to the other, in reading order; within a change, what went stands before what
 * came. Two empty texts give none. Codes that `codes` declares are compared as single tokens.
 */
export function diffWords(before: string, after: string, locale: Locale, codes: Codes = {}): Chunk[] {
  if (before === after) return chunksOf([same([before])]);
  const finer = (piece: string): string[] => (isCode(piece, codes) ? [piece] : wordTokens(piece, locale));
  return chunksOf(joined(compare(piecesOf(before, codes), piecesOf(after, codes), finer)));
}

function piecesOf(text: string, codes: Codes): string[] {
  return tokenize(text, codes).flatMap((token) => (token.kind === 'text' ? spacedPieces(token.text) : token.text));
}

function isCode(piece: string, codes: Codes): boolean {
  return piece.startsWith('<') && tokenize(piece, codes).every(({ kind }) => kind !== 'text');
}

/**
 * The runs that lead from one list to the other. What is replaced is compared again in the finer tokens of both sides;
 * where Myers gives up it is one change of everything between the equal ends.
 */
function compare(a: readonly string[], b: readonly string[], finer?: (piece: string) => string[]): Run[] {
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const pairs = matches(middleA, middleB);
  const runs: Run[] = [same(a.slice(0, start))];
  let [i, j] = [0, 0];
  for (const [stayingA, stayingB] of [...(pairs ?? []), [middleA.length, middleB.length] as const]) {
    const [went, came] = [middleA.slice(i, stayingA), middleB.slice(j, stayingB)];
    if (finer && pairs && went.length > 0 && came.length > 0) {
      runs.push(...compare(went.flatMap(finer), came.flatMap(finer)));
    } else {
      runs.push({ kind: 'change', deleted: went.join(''), inserted: came.join('') });
    }
    runs.push(same(middleA.slice(stayingA, stayingA + 1)));
    [i, j] = [stayingA + 1, stayingB + 1];
  }
  return [...runs, same(a.slice(a.length - end))];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) - start && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** Places of equal tokens in both lists, ascending: a longest common subsequence. Undefined at the cap. */
function matches(a: readonly string[], b: readonly string[]): Array<readonly [number, number]> | undefined {
  if (a.length === 0 || b.length === 0) return [];
  const numbers = new Map<string, number>();
  for (const token of a) if (!numbers.has(token)) numbers.set(token, numbers.size);
  const inB = new Set(b);
  const sharedA = [...a.keys()].filter((i) => inB.has(a[i] ?? ''));
  const sharedB = [...b.keys()].filter((j) => numbers.has(b[j] ?? ''));
  const changes = diffArrays(
    sharedA.map((i) => numbers.get(a[i] ?? '')),
    sharedB.map((j) => numbers.get(b[j] ?? '')),
    { maxEditLength: longestEdit },
  );
  if (changes === undefined) return undefined;
  const pairs: Array<readonly [number, number]> = [];
  let [x, y] = [0, 0];
  for (const { added, removed, count } of changes) {
    const stays = added || removed ? 0 : count;
    for (let k = 0; k < stays; k += 1) pairs.push([sharedA[x + k] ?? 0, sharedB[y + k] ?? 0]);
    if (!added) x += count;
    if (!removed) y += count;
  }
  return pairs;
}

/**
 * Brings neighbours together: equal runs, changes, and replacements with one white space between them, which read as
 * one (`~~was opened~~ opens again`, not `~~was~~ opens ~~opened~~ again`). A line break keeps them apart.
 */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const beforeLast = result.at(-2);
    if (isEmpty(run)) continue;
    if (run.kind === 'same') {
      if (last?.kind === 'same') result.splice(-1, 1, { kind: 'same', text: last.text + run.text });
      else result.push(run);
    } else if (last?.kind === 'change') {
      result.splice(-1, 1, sum(last, '', run));
    } else if (last && beforeLast?.kind === 'change' && /^[^\S\n]+$/u.test(last.text) && replaces(beforeLast, run)) {
      result.splice(-2, 2, sum(beforeLast, last.text, run));
    } else {
      result.push(run);
    }
  }
  return result;
}

type Change = Extract<Run, { kind: 'change' }>;

function sum(first: Change, between: string, second: Change): Change {
  return {
    kind: 'change',
    deleted: first.deleted + between + second.deleted,
    inserted: first.inserted + between + second.inserted,
  };
}

/** Together they take something away and put something in its place; a mere deletion must not insert a space. */
function replaces(first: Change, second: Change): boolean {
  return first.deleted + second.deleted !== '' && first.inserted + second.inserted !== '';
}

function isEmpty(run: Run): boolean {
  return run.kind === 'same' ? run.text === '' : run.deleted + run.inserted === '';
}

function same(tokens: readonly string[]): Run {
  return { kind: 'same', text: tokens.join('') };
}

function chunksOf(runs: readonly Run[]): Chunk[] {
  return runs
    .flatMap((run): Chunk[] =>
      run.kind === 'same'
        ? [run]
        : [
            { kind: 'deleted', text: run.deleted },
            { kind: 'inserted', text: run.inserted },
          ],
    )
    .filter(({ text }) => text !== '');
}
