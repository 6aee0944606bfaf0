/**
 * Concordance: how others have put it. Finds the units of a memory that hold some words, in the source or in the target,
 * however they are spelled (`searchable.ts`): those that hold the very phrase first, then those that hold all its words
 * somewhere on one side, the newest first. A word is found inside others too: Hebrew and Arabic tie their prefixes to it.
 */
import { withoutCodes } from '../content.ts';
import { foldedMatches } from '../language/folded-matches.ts';
import type { Span } from '../language/fold.ts';
import { searchable } from '../language/searchable.ts';
import type { Locale } from '../locale.ts';
import type { MemoryUnit } from './exact-memory.ts';

/** What is looked for, folded once. */
export interface Sought {
  readonly phrase: string;
  readonly words: readonly string[];
}

export interface Hit {
  readonly unit: MemoryUnit;
  readonly isPhrase: boolean;
}

export function soughtIn(query: string): Sought {
  const phrase = searchable(query).trim();
  return { phrase, words: phrase.split(' ').filter((word) => word !== '') };
}

/** Whether a unit holds what is sought; nothing is held by none. */
export function hitOf(unit: MemoryUnit, { phrase, words }: Sought): Hit | undefined {
  if (words.length === 0) return undefined;
  const sides = [searchable(unit.source.text, unit.source.codes), searchable(unit.target, unit.source.codes)];
  if (sides.some((side) => side.includes(phrase))) return { unit, isPhrase: true };
  return sides.some((side) => words.every((word) => side.includes(word))) ? { unit, isPhrase: false } : undefined;
}

/** Phrases before words, then the newest first; pairs from outside, whose age nobody knows, last. */
export function byRank(one: Hit, other: Hit): number {
  const [a, b] = [one.unit.origin?.at ?? '', other.unit.origin?.at ?? ''];
  return Number(other.isPhrase) - Number(one.isPhrase) || (a < b ? 1 : a > b ? -1 : 0);
}

/** A side of a hit as it is read, without codes, and where it says what is sought. */
export interface MarkedText {
  readonly text: string;
  readonly hits: readonly Span[];
}

export function markedSides({ unit, isPhrase }: Hit, query: string): { source: MarkedText; target: MarkedText } {
  const sought = isPhrase ? [query.trim()] : query.trim().split(/\s+/u);
  const marked = (side: string, locale: Locale): MarkedText => {
    const text = withoutCodes(side, unit.source.codes);
    return { text, hits: merged(sought.flatMap((piece) => foldedMatches(text, piece, { locale }))) };
  };
  return { source: marked(unit.source.text, unit.from), target: marked(unit.target, unit.to) };
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
