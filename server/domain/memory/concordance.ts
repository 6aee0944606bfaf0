/**
 * Concordance: how others have put it. Finds the pairs of a memory that hold some words, in the source or in the target,
 * however they are spelled (`searchable.ts`): those that hold the very phrase first, then those that hold all its words
 * somewhere on one side, the newest first. A word is found inside others too: Hebrew and Arabic tie their prefixes to it.
 *
 * Most pairs need not be read: each stretch of letters that is sought stands inside a word of every hit, and the index
 * knows which texts have which words.
 */
import { withoutCodes, type Content } from '../content.ts';
import { foldedMatches } from '../language/folded-matches.ts';
import type { Span } from '../language/fold.ts';
import { searchable } from '../language/searchable.ts';
import type { Locale } from '../locale.ts';
import { byAge } from './matches.ts';
import type { Memory } from './translation-memory.ts';
import { isFromOutside, type Pair } from './unit.ts';

/** What is looked for, folded once. */
export interface Sought {
  readonly phrase: string;
  readonly words: readonly string[];
  /** What a word of every hit must hold; empty where the index cannot tell. */
  readonly letters: readonly string[];
}

export interface Hit {
  readonly pair: Pair;
  readonly isPhrase: boolean;
}

export function soughtIn(query: string): Sought {
  const phrase = searchable(query).trim();
  const letters = [...new Set(phrase.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
  return {
    phrase,
    words: phrase.split(' ').filter((word) => word !== ''),
    letters: letters.every((piece) => whole.test(piece)) ? letters : [],
  };
}

/** Scripts whose words no word breaker cuts in two; of others, every pair is read. */
const whole = /^[[[\p{sc=Latin}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Cyrillic}\p{sc=Greek}]&&\p{L}]\p{M}\p{Nd}]+$/v;

/**
 * The hits of a memory, in no order. What was read in vain comes as undefined, so that whoever asks can let others have
 * their turn. A single word needs no reading: the index found it.
 */
export function* hitsIn(memory: Pick<Memory, 'holding'>, sought: Sought, from: Locale, to: Locale) {
  if (sought.words.length === 0) return;
  const isWord = sought.letters[0] === sought.phrase;
  for (const pair of memory.holding(sought.letters, from, to)) {
    yield isWord ? { pair, isPhrase: true } : hitOf(pair, sought);
  }
}

/** Whether a pair holds what is sought; nothing is held by none. */
export function hitOf(pair: Pair, { phrase, words }: Sought): Hit | undefined {
  if (words.length === 0) return undefined;
  const sides = [searchable(pair.source.text, pair.source.codes), searchable(pair.target.text, pair.target.codes)];
  if (sides.some((side) => side.includes(phrase))) return { pair, isPhrase: true };
  return sides.some((side) => words.every((word) => side.includes(word))) ? { pair, isPhrase: false } : undefined;
}

/** Phrases before words, then what was approved in a document, then the newest first. */
export function byRank(one: Hit, other: Hit): number {
  return (
    Number(other.isPhrase) - Number(one.isPhrase) ||
    Number(isFromOutside(one.pair.unit)) - Number(isFromOutside(other.pair.unit)) ||
    byAge(one.pair, other.pair)
  );
}

/** A side of a hit as it is read, without codes, and where it says what is sought. */
export interface MarkedText {
  readonly text: string;
  readonly hits: readonly Span[];
}

export function markedSides({ pair, isPhrase }: Hit, query: string): { source: MarkedText; target: MarkedText } {
  const sought = isPhrase ? [query.trim()] : query.trim().split(/\s+/u);
  const marked = (side: Content, locale: Locale): MarkedText => {
    const text = withoutCodes(side.text, side.codes);
    return { text, hits: merged(sought.flatMap((piece) => foldedMatches(text, piece, { locale }))) };
  };
  return { source: marked(pair.source, pair.from), target: marked(pair.target, pair.to) };
}

/** In order, none over another. */
function merged(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = kept.at(-1);
    if (last && start <= last[1]) kept[kept.length - 1] = [last[0], Math.max(last[1], end)];
    else kept.push([start, end]);
  }
  return kept;
}
