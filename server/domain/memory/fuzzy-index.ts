/**
 * Fuzzy matches: the entries of a memory whose words are nearly those of a text.
 *
 *   similarity = 1 − word edit distance ÷ words of the longer text
 *
 * Exact at word level: what a scan of all entries would find is found, always. The way from many to few:
 *
 *   1. A match of similarity t or more lacks at most `n − ⌈t·n⌉` of the text's n words, so of its rarest words, one more
 *      than that, it holds at least one. Only entries on those words' lists are looked at: the short lists. A word that
 *      no entry has is the rarest of all.
 *   2. Words beyond those are counted too while their lists are short beside the entries in question: of the rarest
 *      `n − ⌈t·n⌉ + c` words, a match holds at least c.
 *   3. Entries that are too short or too long go (a match has between t·n and n/t words), and so do entries with too few
 *      words of the text in all.
 *   4. What is left (mostly one or two) is compared by bits (`myers.ts`).
 *
 * A word that the text repeats counts as often as it is repeated; the counters hold any number of words (eight bits
 * would overflow at 256). Nothing is rebuilt: adding and removing an entry touches its own words' lists. One index serves
 * one source language. Rejected: MinHash and trigrams, which lose matches; SQLite's FTS5, which ranks by other things
 * than distance and takes ten times as long.
 */
import type { Locale } from '../locale.ts';
import { wordDistance, type Pattern } from './myers.ts';
import { createNumberLists } from './number-lists.ts';
import { createQueryRows } from './query-rows.ts';
import { createWordIds } from './word-ids.ts';

export interface FuzzyHit {
  readonly entry: number;
  /** From the threshold to 1: the same words. */
  readonly similarity: number;
}

export interface FuzzySearch {
  /** What a match has at least, from above 0 to 1; below 0.6 frequent words must be asked and it takes long. Default 0.7. */
  readonly threshold?: number;
  /** How many, the best first. Default 10. */
  readonly most?: number;
  /** Which entries are asked for; default: all. */
  readonly accepts?: (entry: number) => boolean;
}

export interface FuzzyIndex {
  /** Adds a text under a number of the caller's, small and dense; what stood under it before is removed. */
  add(entry: number, text: string): void;
  remove(entry: number): void;
  /** The nearest entries, the most similar first and of equals the highest number. A text without words has none. */
  search(text: string, options?: FuzzySearch): FuzzyHit[];
  /** The entries that hold a folded stretch of letters inside one word. */
  holding(letters: string): Set<number>;
}

/** A longer text is no paragraph: it is looked up exactly and by its sentences, and keeps nobody waiting here. */
export const longestQuery = 4096;

/** Lists are counted beyond need while they are at most so many times as long as what is left to compare. */
const worthCounting = 8;

/** Thresholds are fractions, and 0.7 × 30 is 21 but for rounding. */
const rounding = 1e-9;

/** An empty index. */
export function createFuzzyIndex(locale: Locale): FuzzyIndex {
  const ids = createWordIds(locale);
  /** The entries that hold each word: how many they are is how frequent it is. */
  const postings = createNumberLists();
  /** The words of each entry. */
  const entries = createNumberLists();
  /** How many of a query's words an entry holds; all zero between queries. */
  let counters = new Uint32Array(1024);
  const rows = createQueryRows();

  function remove(entry: number): void {
    for (const word of new Set(entries.of(entry))) postings.drop(word, entry);
    entries.put(entry, []);
  }

  /** Steps 1 and 2. */
  function candidates(query: Query, threshold: number): number[] {
    const { length } = query;
    const [shortest, longest] = [least(threshold, length), Math.floor(length / threshold + rounding)];
    const mayLack = length - shortest;
    const touched: number[] = [];
    let asked = 0;
    for (const { word, times } of query.byRarity) {
      const isNeeded = asked <= mayLack;
      if (!isNeeded && (touched.length === 0 || postings.lengthOf(word) > touched.length * worthCounting)) break;
      asked += times;
      const list = postings.of(word);
      for (let at = 0; at < list.length; at += 1) {
        const entry = list[at] ?? 0;
        const count = counters[entry] ?? 0;
        if (count === 0) {
          if (!isNeeded) continue;
          const words = entries.lengthOf(entry);
          if (words < shortest || words > longest) continue;
          touched.push(entry);
        }
        counters[entry] = count + times;
      }
    }
    const found = touched.filter((entry) => (counters[entry] ?? 0) >= asked - mayLack);
    for (const entry of touched) counters[entry] = 0;
    return found;
  }

  /** Steps 3 and 4: the similarity, or 0 where it is below the threshold. */
  function similarityOf(entry: number, query: Query, pattern: Pattern, threshold: number): number {
    const words = entries.of(entry);
    const longer = Math.max(words.length, query.length);
    if (rows.take(words) < least(threshold, longer)) return 0;
    const similarity = 1 - wordDistance(pattern, rows.taken, words.length) / longer;
    return similarity >= threshold - rounding ? similarity : 0;
  }

  return {
    remove,

    add(entry, text) {
      if (entries.lengthOf(entry) > 0) remove(entry);
      const words = ids.learn(text);
      if (words.length === 0) return;
      entries.put(entry, words);
      for (const word of words) postings.push(word, entry);
      if (counters.length < entries.bound) counters = new Uint32Array(Math.ceil(entries.bound * 1.25));
    },

    search(text, { threshold = 0.7, most = 10, accepts = () => true } = {}) {
      const words = ids.recall(text);
      if (words.length === 0 || words.length > longestQuery) return [];
      const query = queryOf(words, (word) => postings.lengthOf(word));
      const near = candidates(query, threshold).filter(accepts);
      if (near.length === 0) return [];
      const pattern = rows.begin(words, ids.size);
      const hits = near.map((entry) => ({ entry, similarity: similarityOf(entry, query, pattern, threshold) }));
      rows.end(words);
      return hits
        .filter(({ similarity }) => similarity > 0)
        .toSorted((a, b) => b.similarity - a.similarity || b.entry - a.entry)
        .slice(0, most);
    },

    holding(letters) {
      const found = new Set<number>();
      for (const word of ids.holding(letters)) for (const entry of postings.of(word)) found.add(entry);
      return found;
    },
  };
}

/** How many words of so many a match has at least. */
function least(threshold: number, words: number): number {
  return Math.ceil(threshold * words - rounding);
}

interface Query {
  readonly length: number;
  /** Its different words, those with the shortest lists first. */
  readonly byRarity: ReadonlyArray<{ readonly word: number; readonly times: number }>;
}

function queryOf(words: readonly number[], countOf: (word: number) => number): Query {
  const times = new Map<number, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const ranked = Array.from(times, ([word, times]) => ({ word, times, count: countOf(word) }));
  return { length: words.length, byRarity: ranked.toSorted((a, b) => a.count - b.count) };
}
