/** The termbase found in texts: which terms, where, and which of several. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../server/domain/locale.ts';
import type { Term } from '../../../server/domain/terms/term.ts';
import { createTermIndex, proposedFor } from '../../../server/domain/terms/term-index.ts';
import { aTerm } from '../../support/terms.ts';

const terms: readonly Term[] = [
  aTerm(1, { en: 'minister', he: 'שר', ar: 'وزير' }),
  aTerm(2, { en: 'prime minister', he: 'ראש ממשלה', ar: { preferred: 'رئيس الوزراء', forms: ['رئيس الحكومة'] } }),
  aTerm(3, {
    en: 'hostage',
    he: { preferred: 'חטוף', forbidden: ['שבוי'] },
    ar: { preferred: 'رهينة', forms: ['رهائن'], forbidden: ['أسير', 'أسرى'] },
  }),
  aTerm(4, { en: 'prisoner', he: 'אסיר', ar: { preferred: 'أسير', forms: ['أسرى'] } }),
  aTerm(5, { en: 'Dragoman' }, { isKept: true }),
  aTerm(6, { en: 'strip', he: 'רצועה' }),
  aTerm(7, { en: 'strip', he: 'רצועת עזה' }, { documentId: 'doc' }),
  aTerm(8, { he: { preferred: 'צה״ל', matching: 'exact' } }),
];
const index = createTermIndex(terms);

/** As `[id]text@level`, with `!` for what is forbidden. */
function found(text: string, locale: Locale, shortestRest?: number): string[] {
  return index
    .findTerms(text, locale, shortestRest)
    .map(({ term, span, level, isForbidden }) => `${term.id}${isForbidden ? '!' : ''} ${text.slice(...span)} ${level}`);
}

describe('terms in a text', () => {
  const rows: Array<[what: string, locale: Locale, text: string, found: string[]]> = [
    ['in the order of the text', 'en', 'Hostages and a minister', ['t3 Hostages 2', 't1 minister 4']],
    ['the longest of two', 'en', 'the prime minister and ministers', ['t2 prime minister 4', 't1 ministers 2']],
    ['with clitics, as they are written', 'he', 'וּלְרֹאשׁ־הממשלה', ['t2 וּלְרֹאשׁ־הממשלה 3']],
    ['a listed form', 'ar', 'الرهائن', ['t3 الرهائن 3']],
    ['what is forbidden', 'he', 'השבויים', ['t3! השבויים 2']],
    ['the right and the wrong word of two terms', 'ar', 'الأسرى', ['t4 الأسرى 3', 't3! الأسرى 3']],
    ['what is kept, in any language', 'ar', 'في Dragoman', ['t5 Dragoman 4']],
    ['a short rest is passed over', 'he', 'כשר', []],
    ['no document’s own', 'he', 'רצועת עזה', ['t6 רצועת 2']],
    ['exact only', 'he', 'בצה״ל, צה״לים', ['t8 בצה״ל 3']],
    ['nothing of another language', 'en', 'חטוף', []],
  ];
  it.each(rows)('%s', (_what, locale, text, expected) => {
    expect(found(text, locale).toSorted()).toEqual(expected.toSorted());
  });

  it('a short rest where that is asked for', () => expect(found('כשר', 'he', 2)).toEqual(['t1 כשר 3']));

  it('of a document go before those of everybody', () => {
    const own = createTermIndex(terms, 'doc');
    expect(own.findTerms('the strip', 'en').map(({ term }) => term.id)).toEqual(['t7']);
    expect(own.findTerms('רצועת עזה', 'he').map(({ term }) => term.id)).toEqual(['t7']);
    expect(
      createTermIndex(terms, 'other')
        .findTerms('the strip', 'en')
        .map(({ term }) => term.id),
    ).toEqual(['t6']);
  });

  const stems: Array<[locale: Locale, text: string, stem: string | undefined]> = [
    ['he', 'והחטוף', 'חטוף'],
    ['he', 'ה"חטוף"', 'חטוף'],
    ['he', 'בראש הממשלה', 'ראש הממשלה'],
    ['ar', 'بالرَّهينة', 'رَّهينة'],
    ['ar', 'للرهينة', undefined],
    ['en', 'Ministers', 'Ministers'],
  ];
  it.each(stems)('%s: of %s another word may take the place of %s', (locale, text, stem) => {
    const [hit] = index.findTerms(text, locale);
    expect(hit?.stem && text.slice(...hit.stem)).toBe(stem);
  });

  it('do not overlap unless they are one', () => {
    const words = fc.constantFrom('prime', 'minister', 'ministers', 'hostage', 'strip', 'Dragoman', '-', ',');
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const spans = index.findTerms(list.join(' '), 'en').map(({ span }) => span);
        const distinct = [...new Set(spans.map(String))].map((one) => one.split(',').map(Number));
        for (const [i, [, end = 0]] of distinct.entries()) {
          expect(end).toBeLessThanOrEqual(distinct[i + 1]?.[0] ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

describe('the best place of each term', () => {
  it('also inside a longer one, in another spelling, after a short rest', () => {
    const best = index.bestHits('the prime minister', 'en');
    expect(Array.from(best.values(), ({ term, level }) => [term.id, level])).toEqual([
      ['t2', 4],
      ['t1', 4],
    ]);
    expect(index.bestHits('חטף', 'he').get('t3')?.level).toBe(1);
    expect(index.bestHits('כשר', 'he').get('t1')?.level).toBe(3);
    expect(index.bestHits('ממשלות, הראש', 'he').size).toBe(0);
  });

  it('never a forbidden word', () => {
    expect(index.bestHits('أسرى', 'ar').has('t3')).toBe(false);
    expect(index.bestHits('أسرى', 'ar').get('t4')?.wording).toBe('أسرى');
  });
});

it('proposes what is preferred; of what is kept, the word itself', () => {
  expect(terms.slice(2, 6).map((term) => proposedFor(term, 'ar'))).toEqual(['رهينة', 'أسير', 'Dragoman', undefined]);
});
