/**
 * Sentences inside paragraphs. A long paragraph is seldom like another one, but its sentences are: what was said before
 * is said again in other company. Two texts of a unit with as many sentences each are taken to say them in the same
 * order; where the numbers differ, nobody knows which belongs to which, and the unit gives no sentences in that
 * direction. Their texts are not kept: they are cut again from the few units that are found.
 */
import { withoutCodes, type Content } from '../content.ts';
import { sentencesOf } from '../language/sentences.ts';
import { locales, type Locale } from '../locale.ts';
import { createFuzzyIndex, type FuzzyIndex } from './fuzzy-index.ts';
import type { MemoryUnit, Pair } from './unit.ts';

/** The sentence at an ordinal of a unit. */
interface Place {
  readonly entry: number;
  readonly ordinal: number;
}

export interface SentenceIndex {
  add(entry: number, unit: MemoryUnit): void;
  remove(entry: number): void;
  /** The sentences most like a text, of those paragraphs that a pair can be made of; with their similarity. */
  search(
    sentence: string,
    locale: Locale,
    pairAt: (entry: number) => Pair | undefined,
  ): Array<{ readonly pair: Pair; readonly similarity: number }>;
}

/** How many of a sentence's like are looked at. */
const mostLike = 3;

export function createSentenceIndex(): SentenceIndex {
  const indexes = new Map<Locale, FuzzyIndex>(locales.map((locale) => [locale, createFuzzyIndex(locale)]));
  /** Of each number that the indexes know. */
  const places: Array<Place | undefined> = [];
  const free: number[] = [];
  const numbers = new Map<number, ReadonlyArray<readonly [Locale, number]>>();

  function numbered(place: Place): number {
    const number = free.pop() ?? places.length;
    places[number] = place;
    return number;
  }

  return {
    add(entry, unit) {
      const cut = Object.entries(unit.texts).map(
        ([locale, text]) => [locale as Locale, readSentences(text, locale as Locale)] as const,
      );
      const added = cut.flatMap(([locale, sentences]) => {
        const hasLike = cut.some(([other, { length }]) => other !== locale && length === sentences.length);
        if (sentences.length < 2 || !hasLike) return [];
        return sentences.map((sentence, ordinal) => {
          const number = numbered({ entry, ordinal });
          indexes.get(locale)?.add(number, sentence);
          return [locale, number] as const;
        });
      });
      if (added.length > 0) numbers.set(entry, added);
    },

    remove(entry) {
      for (const [locale, number] of numbers.get(entry) ?? []) {
        indexes.get(locale)?.remove(number);
        places[number] = undefined;
        free.push(number);
      }
      numbers.delete(entry);
    },

    search(sentence, locale, pairAt) {
      const hits = indexes.get(locale)?.search(sentence, { most: mostLike }) ?? [];
      return hits.flatMap(({ entry: number, similarity }) => {
        const place = places[number];
        const pair = place && sentencePair(pairAt(place.entry), place.ordinal);
        return pair ? [{ pair, similarity }] : [];
      });
    },
  };
}

/** The sentences of a text as they are read. */
export function readSentences({ text, codes }: Content, locale: Locale): string[] {
  return sentencesOf(withoutCodes(text, codes), locale);
}

/** One sentence of a pair of paragraphs as a pair; undefined where they do not have the same number of them. */
function sentencePair(pair: Pair | undefined, ordinal: number): Pair | undefined {
  if (pair === undefined) return undefined;
  const [sources, targets] = [readSentences(pair.source, pair.from), readSentences(pair.target, pair.to)];
  const [source, target] = [sources[ordinal], targets[ordinal]];
  if (sources.length !== targets.length || source === undefined || target === undefined) return undefined;
  return { ...pair, source: { text: source, codes: {} }, target: { text: target, codes: {} } };
}
