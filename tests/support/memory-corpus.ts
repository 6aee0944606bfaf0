/**
 * Paragraphs for a large translation memory, made up from a seed: words by Zipf's law in the letters of a language, and
 * a share of near duplicates, which differ from an earlier paragraph in a few words. That is what memories are full of,
 * and what an index finds hardest.
 */
import type { Locale } from '../../server/domain/locale.ts';
import { madeUpWords, seededRandom, zipf, type Random } from './long-article.ts';

export interface CorpusShape {
  readonly seed: number;
  readonly locale: Locale;
  readonly units: number;
  /** Different words at most; the nth is about n times as rare as the first. */
  readonly vocabulary: number;
  /** Of a paragraph, on the average: from half of it to half as many again. */
  readonly words: number;
  /** The share of paragraphs that are an earlier one with up to a quarter of its words changed. */
  readonly nearDuplicates: number;
}

export interface Corpus {
  readonly texts: readonly string[];
  /** Known paragraphs with 5 to 30 of a hundred words replaced, removed or added. */
  readonly queries: (count: number) => string[];
}

/** The paragraphs, in the order in which they would have been written. What is put into them are words of the others. */
export function memoryCorpus({ seed, locale, units, vocabulary, words, nearDuplicates }: CorpusShape): Corpus {
  const random = seededRandom(seed);
  const known = madeUpWords(random, locale, vocabulary);
  const texts: string[] = [];
  const anyOf = () => texts[Math.floor(random() * texts.length)] ?? '';
  while (texts.length < units) {
    const isNew = texts.length === 0 || random() >= nearDuplicates;
    texts.push(isNew ? paragraph(random, known, words) : changed(random, known, anyOf(), random() * 0.25));
  }
  const query = () => changed(random, known, anyOf(), 0.05 + random() * 0.25);
  return { texts, queries: (count) => Array.from({ length: count }, query) };
}

/** A text with this share of its words replaced, removed or added to. */
function changed(random: Random, known: readonly string[], text: string, share: number): string {
  const fresh = () => zipf(random, known);
  const kept = (word: string): readonly string[] => {
    if (random() >= share) return [word];
    const changes = [[fresh()], [fresh()], [], [word, fresh()]] as const;
    return changes[Math.floor(random() * changes.length)] ?? [];
  };
  return text.split(' ').flatMap(kept).join(' ');
}

/** A sentence ends after about twelve words. */
function paragraph(random: Random, known: readonly string[], words: number): string {
  const length = Math.max(1, Math.round(words * (0.5 + random())));
  const ends = (at: number): string => (at === length - 1 || at % 12 === 11 ? '.' : '');
  return Array.from({ length }, (_, at) => zipf(random, known) + ends(at)).join(' ');
}
