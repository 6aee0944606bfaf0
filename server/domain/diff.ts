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
 * nothing, so the result is the same and a rewritten paragraph costs little) → equal ends off again → Myers on what is
 * left, as numbers, by the package `diff`: moved and repeated words, of which an edit has few. Its cost grows with the
 * square of the changes, so it stops at `longestEdit` and the middle is then shown as replaced: coarse, and right.
 * Rejected: `diffWords` of the same package, which takes every Hebrew and Arabic letter for a word; a Myers of our own,
 * which had next to nothing left to do and won nothing that could be measured. What a change means is `change-class.ts`.
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
  if (!text.includes('<')) return spacedPieces(text);
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
  let [from, i, j] = [0, 0, 0];
  for (const [stayingA, stayingB] of [...(pairs ?? []), [middleA.length, middleB.length] as const]) {
    if (stayingA > i || stayingB > j) {
      runs.push(same(middleA.slice(from, i)));
      const [went, came] = [middleA.slice(i, stayingA), middleB.slice(j, stayingB)];
      if (finer && pairs && went.length > 0 && came.length > 0) {
        runs.push(...compare(went.flatMap(finer), came.flatMap(finer)));
      } else {
        runs.push({ kind: 'change', deleted: went.join(''), inserted: came.join('') });
      }
      from = stayingA;
    }
    [i, j] = [stayingA + 1, stayingB + 1];
  }
  runs.push(same(middleA.slice(from)), same(a.slice(a.length - end)));
  return runs;
}

function commonStart<T>(a: readonly T[], b: readonly T[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd<T>(a: readonly T[], b: readonly T[], start: number): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) - start && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** A place in each list. */
type Pair = readonly [i: number, j: number];

/** Places of equal tokens in both lists, ascending: a longest common subsequence. Undefined at the cap. */
function matches(a: readonly string[], b: readonly string[]): Pair[] | undefined {
  if (a.length === 0 || b.length === 0) return [];
  const [x, y] = shared(a, b);
  const start = commonStart(x.tokens, y.tokens);
  const end = commonEnd(x.tokens, y.tokens, start);
  const length = { x: x.tokens.length, y: y.tokens.length };
  const middle = staying(x.tokens.slice(start, length.x - end), y.tokens.slice(start, length.y - end));
  if (middle === undefined) return undefined;
  const pairs: Pair[] = [];
  const match = (i: number, j: number) => pairs.push([x.places[i] ?? 0, y.places[j] ?? 0]);
  for (let k = 0; k < start; k += 1) match(k, k);
  for (const [i, j] of middle) match(start + i, start + j);
  for (let k = end; k > 0; k -= 1) match(length.x - k, length.y - k);
  return pairs;
}

/** Tokens as numbers, which are quicker to compare, and where each stands. */
interface Numbered {
  readonly tokens: number[];
  readonly places: number[];
}

/** Of each list, what the other one has too. */
function shared(a: readonly string[], b: readonly string[]): [Numbered, Numbered] {
  const numbers = new Map<string, number>();
  for (const token of a) if (!numbers.has(token)) numbers.set(token, numbers.size);
  const isInB = new Set<number>();
  const ofB = only(b, (text) => {
    const token = numbers.get(text);
    if (token !== undefined) isInB.add(token);
    return token;
  });
  const ofA = only(a, (text) => {
    const token = numbers.get(text);
    return token !== undefined && isInB.has(token) ? token : undefined;
  });
  return [ofA, ofB];
}

function only(list: readonly string[], numberOf: (text: string) => number | undefined): Numbered {
  const kept: Numbered = { tokens: [], places: [] };
  for (const [place, text] of list.entries()) {
    const token = numberOf(text);
    if (token === undefined) continue;
    kept.tokens.push(token);
    kept.places.push(place);
  }
  return kept;
}

/** The same as `matches`, of lists that have all their tokens in common. */
function staying(a: readonly number[], b: readonly number[]): Pair[] | undefined {
  if (a.length === 0 || b.length === 0) return [];
  const changes = diffArrays([...a], [...b], { maxEditLength: longestEdit });
  if (changes === undefined) return undefined;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    const stays = added || removed ? 0 : count;
    for (let k = 0; k < stays; k += 1) pairs.push([i + k, j + k]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/**
 * Brings neighbours together: equal runs, changes, and replacements with one space or one hyphen between them, which
 * read as one (`~~was opened~~ opens again`, not `~~was~~ opens ~~opened~~ again`). A line break or the end of a sentence
 * keeps them apart.
 */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  /** The change that was added last, as it was: a sum of many is long, and its end is what counts. */
  let latest: Change | undefined;
  for (const run of runs) {
    const last = result.at(-1);
    const beforeLast = result.at(-2);
    if (isEmpty(run)) continue;
    if (run.kind === 'same') {
      if (last?.kind === 'same') result.splice(-1, 1, { kind: 'same', text: last.text + run.text });
      else result.push(run);
      continue;
    }
    const bridges = last?.kind === 'same' && latest !== undefined && mayBridge(latest, last.text, run);
    if (last?.kind === 'change') result.splice(-1, 1, sum(last, '', run));
    else if (bridges && beforeLast?.kind === 'change' && replaces(beforeLast, run)) {
      result.splice(-2, 2, sum(beforeLast, last.text, run));
    } else result.push(run);
    latest = run;
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

/** Words join words; a quotation mark that became another stands for itself. */
function mayBridge(first: Change, between: string, second: Change): boolean {
  const areWords = [first, second].every(({ deleted, inserted }) => /[\p{L}\p{N}]/u.test(deleted + inserted));
  const isEnd = endOfSentence.test(first.deleted) || endOfSentence.test(first.inserted);
  return areWords && !isEnd && /^(?:[^\S\n]+|[\p{Pd}/])$/u.test(between);
}

const endOfSentence = /[.!?…؟]["”’»)\]]*\s*$/u;

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
