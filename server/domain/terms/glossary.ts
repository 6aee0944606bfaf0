/**
 * Terms for machines: pairs of a word of the source and what to call it. A machine that takes a glossary gets all pairs
 * (it finds inflected forms itself), a model that reads instructions only those that its texts hold.
 */
import type { Locale } from '../locale.ts';
import type { Term } from './term.ts';
import { proposedFor, wordingIn, type TermIndex } from './term-index.ts';

export type TermPair = readonly [source: string, target: string];

/** All pairs of two languages, by the source's word; where two terms share one, the newer says what it is called. */
export function glossaryOf({ terms }: TermIndex, from: Locale, to: Locale): TermPair[] {
  const oldestFirst = terms.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const pairs = new Map(oldestFirst.flatMap((term) => pairsOf(term, from, to)));
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The pairs whose source word stands in one of these texts. */
export function glossaryFor(index: TermIndex, texts: readonly string[], from: Locale, to: Locale): TermPair[] {
  const found = texts.flatMap((text) => index.findTerms(text, from)).filter(({ isForbidden }) => !isForbidden);
  const terms = [...new Set(found.map(({ term }) => term))];
  return terms.flatMap((term) => pairsOf(term, from, to).slice(0, 1));
}

function pairsOf(term: Term, from: Locale, to: Locale): TermPair[] {
  const [source, target] = [wordingIn(term, from), proposedFor(term, to)];
  if (source === undefined || target === undefined) return [];
  return [source.preferred, ...source.forms].map((word) => [word, target] as const);
}
