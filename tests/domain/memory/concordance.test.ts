/** Concordance: what holds the words on either side, however they are spelled, in the order of use. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../../server/domain/content.ts';
import { byRank, hitOf, markedSides, soughtIn } from '../../../server/domain/memory/concordance.ts';
import type { MemoryUnit } from '../../../server/domain/memory/exact-memory.ts';

function unit(source: string, target: string, at?: string): MemoryUnit {
  const origin = at === undefined ? {} : { origin: { documentId: 'doc', segmentId: source, at } };
  return { from: 'en', to: 'he', source: plain(source), target, ...origin };
}

function found(query: string, ...units: MemoryUnit[]): string[] {
  const sought = soughtIn(query);
  return units
    .flatMap((one) => hitOf(one, sought) ?? [])
    .toSorted(byRank)
    .map(({ unit }) => unit.source.text);
}

describe('a pair is found', () => {
  it.each([
    ['walked', 'הוא הָלַךְ'],
    ['WALKED', 'הוא הָלַךְ'],
    ['הלך', 'הוא הָלַךְ'],
    ['צה"ל', 'הוא הָלַךְ אל צה״ל'],
    ['משרד', 'הוא הָלַךְ למשרד'],
    ['he  walked', 'הוא הָלַךְ'],
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
  const linked: MemoryUnit = {
    from: 'en',
    to: 'he',
    source: { text: 'Read <1>the report</1>', codes: { 1: { type: 'link', href: 'https://example.org' } } },
    target: 'קראו את <1>הדו״ח</1> של הַדּוּ״ח',
  };

  it('is read without its codes, every match marked with its marks', () => {
    const hit = hitOf(linked, soughtIn('דו"ח'));
    const { source, target } = markedSides(hit ?? { unit: linked, isPhrase: true }, 'דו"ח');
    expect(source).toEqual({ text: 'Read the report', hits: [] });
    expect(target.hits.map(([start, end]) => target.text.slice(start, end))).toEqual(['דו״ח', 'דּוּ״ח']);
  });

  it('marks each word where it is not the phrase, none over another', () => {
    const { source } = markedSides({ unit: linked, isPhrase: false }, 'report the re');
    expect(source.hits.map(([start, end]) => source.text.slice(start, end))).toEqual(['Re', 'the', 'report']);
  });
});
