/** Kinds of change: what may be hidden says nothing new, and hiding leads to the new text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeClass,
  changeClasses,
  classified,
  cosmetic,
  withoutCosmetic,
  type ChangeClass,
  type ClassifiedChunk,
} from '../../server/domain/change-class.ts';
import { diffWords } from '../../server/domain/diff.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';

describe('the kind of a change', () => {
  const rows: Array<[kind: ChangeClass, locale: Locale, before: string, after: string]> = [
    ['typography', 'he', 'צה"ל', 'צה״ל'],
    ['typography', 'he', "ג'ורג'", 'ג׳ורג׳'],
    ['typography', 'he', 'בית-ספר', 'בית־ספר'],
    ['typography', 'he', 'שלום', 'שלום\u200F'],
    ['typography', 'ar', 'الـ«حزب»', 'الـ"حزب"'],
    ['typography', 'ar', '28%', '٢٨٪'],
    ['typography', 'ar', 'نعم, لا?', 'نعم، لا؟'],
    ['typography', 'en', '3\u00A0March', '3 March'],
    ['typography', 'en', 'war — peace', 'war—peace'],
    ['typography', 'en', 'e\u0301te\u0301', 'été'],
    ['typography', 'en', '', ' '],
    ['orthography', 'he', 'הלך', 'הָלַךְ'],
    ['orthography', 'he', 'הָלַךְ', 'הָלַכְ'],
    ['orthography', 'ar', 'تثبت', 'تُثبّت'],
    ['orthography', 'ar', 'امل', 'أمل'],
    ['orthography', 'ar', 'لجنه على', 'لجنة علي'],
    ['orthography', 'ar', 'الـ«حزب»', 'ال«حزب»'],
    ['orthography', 'en', 'the State', 'the state'],
    ['clitic', 'ar', 'الحكومة', 'بالحكومة'],
    ['clitic', 'ar', 'الحكومة والشعب', 'حكومه وللشعب'],
    ['clitic', 'he', 'הממשלה', 'בממשלה'],
    ['clitic', 'he', 'צה״ל', 'ב-צה"ל'],
    ['meaning', 'he', 'כלב', 'לב'],
    ['meaning', 'he', 'צה״ל', 'צהל'],
    ['meaning', 'he', 'ממשלה', ''],
    ['meaning', 'ar', 'صه', 'صة أخرى'],
    ['meaning', 'ar', 'حكومة', 'دولة'],
    ['meaning', 'en', 'a way', 'away'],
    ['meaning', 'en', 'one\ntwo', 'one two'],
    ['meaning', 'en', '“', ''],
    ['meaning', 'en', '1.5', '15'],
    ['meaning', 'en', '<1>', '<2>'],
  ];
  it.each(rows)('%s (%s): %s → %s', (kind, locale, before, after) => {
    expect(changeClass(before, after, locale)).toBe(kind);
    expect(changeClass(after, before, locale)).toBe(kind);
  });

  it('is said by both halves of a replacement, and by a lone half', () => {
    const chunks = classified(diffWords('امل في الحكومة اليوم', 'أمل في بالحكومة', 'ar'), 'ar');
    expect(chunks.map(({ kind, change }) => [kind, change])).toEqual([
      ['deleted', 'orthography'],
      ['inserted', 'orthography'],
      ['same', undefined],
      ['deleted', 'meaning'],
      ['inserted', 'meaning'],
    ]);
  });
});

describe('with cosmetic changes hidden', () => {
  const word = fc.constantFrom(
    'صه',
    'تُثبّت',
    'تثبت',
    'أمل',
    'امل',
    'צה״ל',
    'צה"ל',
    'הלך',
    'הָלַךְ',
    'Bank',
    'bank',
    '—',
    '-',
    '28',
    '٢٨',
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', '\u00A0', '', '\n')))
    .map((list) => list.flat().join(''));

  it('the new text is whole, and none of them is left', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...locales), (before, after, locale) => {
        const shown = withoutCosmetic(classified(diffWords(before, after, locale), locale));
        const now = shown.filter(({ kind }) => kind !== 'deleted');
        expect(now.map((chunk) => chunk.text).join('')).toBe(after);
        expect(shown.some(({ change }) => change !== undefined && cosmetic.has(change))).toBe(false);
        expect(shown.every(({ kind }, i) => kind !== 'same' || shown[i + 1]?.kind !== 'same')).toBe(true);
      }),
    );
  });

  it('a text that changed in nothing else stands there unmarked', () => {
    const chunks: ClassifiedChunk[] = classified(diffWords('صرح امل "اليوم"', 'صرّح أمل «اليوم»', 'ar'), 'ar');
    expect(withoutCosmetic(chunks)).toEqual([{ kind: 'same', text: 'صرّح أمل «اليوم»' }]);
  });
});

it('the kinds that can be hidden are the lightest', () => {
  expect(changeClasses.filter((kind) => cosmetic.has(kind))).toEqual(changeClasses.slice(2));
});
