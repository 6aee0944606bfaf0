/**
 * The translation memory: units, and the indexes by which they are found. A unit has one number in all of them. Whoever
 * brings units says under which key, may bring others under it later, and takes them back by bringing none.
 *
 * What a unit knows is asked in any direction among its languages: exact texts by their hash (`exact-index.ts`), nearly
 * equal ones and words by one fuzzy index a source language, sentences of paragraphs by theirs.
 */
import { plain } from '../content.ts';
import { locales, type Locale } from '../locale.ts';
import { createExactIndex } from './exact-index.ts';
import { createFuzzyIndex, type FuzzyIndex } from './fuzzy-index.ts';
import { exactFound, mayBeDrafted, ranked, type Asked, type Found, type Match } from './matches.ts';
import { fuzzyScore, fuzzyThreshold, leastDrafted, scores } from './score.ts';
import { createSentenceIndex, readSentences } from './sentence-index.ts';
import { pairOf, type MemoryUnit, type Pair } from './unit.ts';
import { memoryWords } from './word-ids.ts';

/** What memory has for one sentence of a text. */
export interface SentenceMatch extends Match {
  /** Of the text that was asked for. */
  readonly sentence: string;
}

export interface Memory {
  /** Keeps units under a key; what was brought under it before is forgotten. */
  put(key: string, units: readonly MemoryUnit[]): void;
  /** What may be drafted without asking anybody: the best exact match, if no guard is against it. */
  draft(asked: Asked): Match | undefined;
  /** Everything worth offering, the best first, no text twice. */
  matches(asked: Asked): Match[];
  /** The best match of each sentence, where the text has several and they have one, in their order. */
  sentences(asked: Asked): SentenceMatch[];
  /** The pairs of which one side has all of these folded stretches of letters, each inside a word; without any: all pairs. */
  holding(letters: readonly string[], from: Locale, to: Locale): Iterable<Pair>;
  /** Every unit, in the order in which they were brought. */
  units(): Iterable<MemoryUnit>;
}

type Directed = Pick<Asked, 'from' | 'to' | 'mayOffer'>;

/** Fuzzy matches that are put in order by all their virtues; how many of them are shown is another matter. */
const mostFuzzy = 12;

/** A shorter sentence (`He did not.`) is like too many. */
const shortestSentence = 3;
const mostSentences = 30;

/** An empty memory. */
export function createMemory(): Memory {
  const units = new Map<number, MemoryUnit>();
  const keys = new Map<string, readonly number[]>();
  const exact = createExactIndex();
  const fuzzy = new Map<Locale, FuzzyIndex>(locales.map((locale) => [locale, createFuzzyIndex(locale)]));
  const sentences = createSentenceIndex();
  const free: number[] = [];
  let highest = 0;

  function add(unit: MemoryUnit): number {
    const entry = free.pop() ?? highest++;
    units.set(entry, unit);
    for (const locale of locales) {
      const text = unit.texts[locale];
      if (text === undefined) continue;
      exact.add(entry, text, locale);
      fuzzy.get(locale)?.add(entry, text.text);
    }
    sentences.add(entry, unit);
    return entry;
  }

  function forget(entry: number): void {
    for (const locale of locales) {
      const text = units.get(entry)?.texts[locale];
      if (text === undefined) continue;
      exact.remove(entry, text, locale);
      fuzzy.get(locale)?.remove(entry);
    }
    sentences.remove(entry);
    units.delete(entry);
    free.push(entry);
  }

  /** The pair that an entry offers for what is asked. */
  function pairFor(entry: number, { from, to, mayOffer }: Directed): Pair | undefined {
    const unit = units.get(entry);
    return unit && (mayOffer?.(unit) ?? true) ? pairOf(unit, from, to) : undefined;
  }

  function foundExactly(asked: Asked): Found[] {
    const entries = exact.of(asked.source, asked.from).toReversed();
    return exactFound(
      entries.flatMap((entry) => pairFor(entry, asked) ?? []),
      asked,
    );
  }

  function foundNearly(asked: Asked, most = mostFuzzy): Found[] {
    const { source, from } = asked;
    const accepts = (entry: number) => pairFor(entry, asked) !== undefined;
    const hits = fuzzy.get(from)?.search(source.text, { threshold: fuzzyThreshold, most, accepts }) ?? [];
    return hits.flatMap(({ entry, similarity }) => {
      const pair = pairFor(entry, asked);
      return pair ? [{ pair, score: fuzzyScore(similarity) }] : [];
    });
  }

  function matches(asked: Asked): Match[] {
    const same = foundExactly(asked);
    const isNew = new Set(same.map(({ pair }) => pair.unit));
    return ranked([...same, ...foundNearly(asked).filter(({ pair }) => !isNew.has(pair.unit))], asked);
  }

  /** Among whole units, which may be a sentence each, and inside the others. */
  function ofSentence(sentence: string, whole: Asked): SentenceMatch[] {
    const asked: Asked = { ...whole, source: plain(sentence), context: undefined };
    const inside = sentences
      .search(sentence, asked.from, (entry) => pairFor(entry, asked))
      .map(({ pair, similarity }) => ({
        pair,
        score: pair.source.text === sentence ? scores.same : fuzzyScore(similarity),
      }));
    const [best] = ranked([...foundExactly(asked), ...foundNearly(asked, 3), ...inside], asked);
    return best ? [{ ...best, sentence }] : [];
  }

  return {
    put(key, brought) {
      for (const entry of keys.get(key) ?? []) forget(entry);
      keys.delete(key);
      if (brought.length > 0) keys.set(key, brought.map(add));
    },

    matches,

    draft: (asked) => ranked(foundExactly(asked), asked).find(mayBeDrafted),

    sentences(asked) {
      const cut = readSentences(asked.source, asked.from);
      if (cut.length < 2 || foundExactly(asked).some(({ score }) => score >= leastDrafted)) return [];
      return [...new Set(cut)]
        .filter((sentence) => memoryWords(sentence, asked.from).length >= shortestSentence)
        .slice(0, mostSentences)
        .flatMap((sentence) => ofSentence(sentence, asked));
    },

    *holding(letters, from, to) {
      for (const entry of entriesHolding(letters, from, to)) {
        const pair = pairFor(entry, { from, to });
        if (pair) yield pair;
      }
    },

    units: () => units.values(),
  };

  function entriesHolding(letters: readonly string[], from: Locale, to: Locale): Iterable<number> {
    if (letters.length === 0) return units.keys();
    const onSide = (locale: Locale): Set<number> => {
      const index = fuzzy.get(locale);
      const [first = new Set<number>(), ...others] = letters.map((piece) => index?.holding(piece) ?? new Set<number>());
      return others.reduce((both, one) => both.intersection(one), first);
    };
    return onSide(from).union(onSide(to));
  }
}
