/** Concordance: what holds the words on either side, however they are spelled, in the order of use. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../../server/domain/content.ts';
import type { Content } from '../../../server/domain/content.ts';
import { byRank, hitOf, hitsIn, markedSides, soughtIn } from '../../../server/domain/memory/concordance.ts';
import { createMemory } from '../../../server/domain/memory/translation-memory.ts';
import type { MemoryUnit, Pair } from '../../../server/domain/memory/unit.ts';

function pair(source: Content, target: Content, at?: string): Pair {
  const place = { documentId: 'document', segmentId: 'segment' };
  const unit: MemoryUnit = { place, texts: { en: source, he: { ...target, ...(at && { at }) } }, from: 'en' };
  return { from: 'en', to: 'he', source, target, ...(at && { at }), unit };
}

const unit = (source: string, target: string, at?: string) => pair(plain(source), plain(target), at);

/** Through a memory, by its index, and by reading every pair: the same. */
function found(query: string, ...pairs: Pair[]): string[] {
  const sought = soughtIn(query);
  const memory = createMemory();
  for (const [at, one] of pairs.entries()) memory.put(`${at}`, [one.unit]);
  const [indexed, read] = [Array.from(hitsIn(memory, sought, 'en', 'he')), pairs.map((one) => hitOf(one, sought))].map(
    (hits) =>
      hits
        .flatMap((hit) => hit ?? [])
        .toSorted(byRank)
        .map(({ pair }) => pair.source.text),
  );
  expect(indexed).toEqual(read);
  return read ?? [];
}

describe('a pair is found', () => {
  it.each([
    ['walked', 'הוא הָלַךְ'],
    ['WALKED', 'הוא הָלַךְ'],
    ['הלך', 'הוא הָלַךְ'],
    ['צה"ל', 'הוא הָלַךְ אל צה״ל'],
    ['משרד', 'הוא הָלַךְ למשרד'],
    ['he  walked', 'הוא הָלַךְ'],
    ['walk', 'הוא הָלַךְ'],
    ['—', 'הוא הָלַךְ — ושב'],
    ['co-op', 'הוא הָלַךְ אל co-operation'],
    ['漢字', 'הוא הָלַךְ 日本漢字文'],
  ])('by %s', (query, target) => {
    expect(found(query, unit('He walked', target))).toEqual(['He walked']);
  });

  it('by its words in any order, but on one side, and after those that hold the very phrase', () => {
    const [words, phrase] = [unit('the hall of reading', 'א', '2026-02-01'), unit('a reading hall', 'ב', '2026-01-01')];
    expect(found('reading hall', words, phrase)).toEqual([phrase.source.text, words.source.text]);
    expect(found('reading א', words)).toEqual([]);
  });

  it('the newest first, those from outside last', () => {
    const units = [unit('hall 1', ''), unit('hall 2', '', '2026-01-01'), unit('hall 3', '', '2026-03-01')];
    expect(found('hall', ...units)).toEqual(['hall 3', 'hall 2', 'hall 1']);
  });

  it.each(['', '   ', '\u200F'])('by nothing where nothing is looked for: %j', (query) => {
    expect(found(query, unit('He walked', 'הלך'))).toEqual([]);
  });
});

describe('a side of a hit', () => {
  const codes = { 1: { type: 'link', href: 'https://example.org' } } as const;
  const linked = pair({ text: 'Read <1>the report</1>', codes }, { text: 'קראו את <1>הדו״ח</1> של הַדּוּ״ח', codes });

  it('is read without its codes, every match marked with its marks', () => {
    const hit = hitOf(linked, soughtIn('דו"ח'));
    const { source, target } = markedSides(hit ?? { pair: linked, isPhrase: true }, 'דו"ח');
    expect(source).toEqual({ text: 'Read the report', hits: [] });
    expect(target.hits.map(([start, end]) => target.text.slice(start, end))).toEqual(['דו״ח', 'דּוּ״ח']);
  });

  it('marks each word where it is not the phrase, none over another', () => {
    const { source } = markedSides({ pair: linked, isPhrase: false }, 'report the re');
    expect(source.hits.map(([start, end]) => source.text.slice(start, end))).toEqual(['Re', 'the', 'report']);
  });
});
