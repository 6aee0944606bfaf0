/** The fuzzy index beside a scan of everything: the same answers, on random texts and on many that are nearly one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../server/domain/locale.ts';
import { createFuzzyIndex, longestQuery, type FuzzyHit } from '../../../server/domain/memory/fuzzy-index.ts';
import { memoryWords } from '../../../server/domain/memory/word-ids.ts';
import { memoryCorpus } from '../../support/memory-corpus.ts';
import { textbookDistance } from '../../support/textbook-distance.ts';
import '../../support/laws.ts';

const known = new Map<string, readonly string[]>();

function wordsOf(text: string, locale: Locale): readonly string[] {
  const words = known.get(text) ?? memoryWords(text, locale);
  known.set(text, words);
  return words;
}

/** Every entry compared with the text. */
function scan(texts: ReadonlyMap<number, string>, query: string, threshold: number, locale: Locale): FuzzyHit[] {
  const words = wordsOf(query, locale);
  return Array.from(texts, ([entry, text]) => {
    const others = wordsOf(text, locale);
    const longer = Math.max(words.length, others.length);
    const comparable = Math.min(words.length, others.length) >= threshold * longer - 1e-9 && longer > 0;
    return { entry, similarity: comparable ? 1 - textbookDistance(words, others) / longer : 0 };
  })
    .filter(({ similarity }) => similarity >= threshold - 1e-9)
    .toSorted((a, b) => b.similarity - a.similarity || b.entry - a.entry);
}

function indexOf(texts: ReadonlyMap<number, string>, locale: Locale = 'en') {
  const index = createFuzzyIndex(locale);
  for (const [entry, text] of texts) index.add(entry, text);
  return index;
}

const everything = { most: Number.POSITIVE_INFINITY };
const fewWords = ['a', 'b', 'c', 'd', 'the', 'the', 'of', 'צה״ל', 'הָלַךְ', 'صه', 'تُثبّت', '28%', '—', '<1>x</1>'];
const text = fc.array(fc.constantFrom(...fewWords), { maxLength: 12 }).map((words) => words.join(' '));
const threshold = fc.constantFrom(0.5, 0.7, 0.75, 0.9, 1);

describe('the index finds what a scan finds', () => {
  it('in random texts of few words, which repeat', () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, threshold, (texts, query, threshold) => {
        const kept = new Map(texts.entries());
        expect(indexOf(kept).search(query, { ...everything, threshold })).toEqual(scan(kept, query, threshold, 'en'));
      }),
      { numRuns: 300 },
    ));

  it.each(['en', 'he', 'ar'] as const)('among near duplicates: %s', (locale) => {
    const shape = { seed: 7, locale, units: 800, vocabulary: 2000, words: 25, nearDuplicates: 0.4 };
    const { texts, queries } = memoryCorpus(shape);
    const kept = new Map(texts.entries());
    const index = indexOf(kept, locale);
    for (const query of queries(40)) {
      expect(index.search(query, everything)).toEqual(scan(kept, query, 0.7, locale));
    }
  });

  it('after adding, replacing and removing, as if the rest had been added alone', () => {
    const step = fc.tuple(fc.nat({ max: 8 }), fc.option(text));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), text, (steps, query) => {
        const index = createFuzzyIndex('en');
        const kept = new Map<number, string>();
        for (const [entry, added] of steps) {
          if (added === null) index.remove(entry);
          else index.add(entry, added);
          if (added === null) kept.delete(entry);
          else kept.set(entry, added);
        }
        expect(index.search(query, everything)).toEqual(scan(kept, query, 0.7, 'en'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a search', () => {
  it.each([
    ['one word', 'school', ['School!', 'schools', 'the school'], [0]],
    ['two words', 'the school', ['THE SCHOOL.', 'school', 'a school', 'the school there'], [0]],
    ['nothing known', 'xyzzy plugh', ['School', 'the school'], []],
    ['a known word among unknown ones', 'the xyzzy plugh', ['the', 'the school is open'], []],
    ['no words', ' — … ', ['— …', 'School'], []],
    ['the empty text', '', ['', 'School'], []],
    ['other spelling', 'על הלך אל צה"ל', ['על הָלַךְ אל צה״ל'], [0]],
    ['codes', '<1>the school</1> is open<2/>now', ['the school is open now'], [0]],
  ])('for %s', (_title, query, texts, found) => {
    const hits = indexOf(new Map(texts.entries())).search(query);
    expect(hits.map(({ entry }) => entry)).toEqual(found);
  });

  it('counts a word as often as it is repeated, beyond what eight bits hold', () => {
    const repeated = Array.from({ length: 300 }, () => 'again').join(' ');
    const distinct = Array.from({ length: 600 }, (_, at) => `word${at}`).join(' ');
    const index = indexOf(new Map([repeated, distinct].entries()));
    expect(index.search(`${repeated} once`)).toEqual([{ entry: 0, similarity: 1 - 1 / 301 }]);
    expect(index.search(`${distinct} more`)).toEqual([{ entry: 1, similarity: 1 - 1 / 601 }]);
  });

  it('leaves a text alone that is no paragraph, and keeps what it was given of one', () => {
    const long = Array.from({ length: 100_000 }, (_, at) => `word${at}`).join(' ');
    const index = indexOf(new Map([[0, long]]));
    expect(index.search(long)).toEqual([]);
    const words = long.split(' ').slice(0, longestQuery);
    index.add(1, words.join(' '));
    expect(index.search(words.with(5, 'other').join(' '))).toEqual([{ entry: 1, similarity: 1 - 1 / longestQuery }]);
    expect([...index.holding('word99999')]).toEqual([0]);
  });

  it('gives only what is accepted, and no more than is asked for, the newest of equals first', () => {
    const index = indexOf(new Map([0, 1, 2, 3].map((entry) => [entry, 'the school is open'])));
    expect(index.search('the school is open', { most: 2 }).map(({ entry }) => entry)).toEqual([3, 2]);
    expect(index.search('the school is open', { accepts: (entry) => entry < 1 })).toEqual([
      { entry: 0, similarity: 1 },
    ]);
  });
});

it('finds each of many more than it first has room for', () => {
  const texts = Array.from({ length: 4000 }, (_, at) => [at, `number ${at} of the list`] as const);
  const index = indexOf(new Map(texts));
  expect(texts.every(([entry, text]) => index.search(text, { threshold: 1 })[0]?.entry === entry)).toBe(true);
});

it('what was removed is held by no word', () => {
  const index = indexOf(new Map([[0, 'ובבית הספר']]), 'he');
  expect([...index.holding('בית')]).toEqual([0]);
  index.remove(0);
  index.remove(0);
  expect([...index.holding('בית')]).toEqual([]);
});
