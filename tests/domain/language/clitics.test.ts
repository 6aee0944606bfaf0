/** Clitics: two forms of one word share a reading, two words do not. */
import { describe, expect, it } from 'vitest';
import { differByClitics, readingsOf } from '../../../server/domain/language/clitics.ts';
import type { Locale } from '../../../server/domain/locale.ts';

describe('two words', () => {
  const rows: Array<[locale: Locale, a: string, b: string, isOne: boolean]> = [
    ['he', 'הממשלה', 'ובממשלה', true],
    ['he', 'כשהממשלה', 'ממשלה', true],
    ['he', 'שֶׁהַמֶּמְשָׁלָה', 'לממשלה', true],
    ['he', 'ב-צה״ל', 'צה"ל', true],
    ['he', 'הוועדה', 'ועדה', true],
    ['he', 'כלב', 'לב', false],
    ['he', 'ממשלה', 'מדינה', false],
    ['he', 'חה״כ', 'ח״כ', false],
    ['ar', 'الحكومة', 'بالحكومة', true],
    ['ar', 'وللحكومة', 'حكومة', true],
    ['ar', 'للجنة', 'اللجنة', true],
    ['ar', 'سيكتب', 'يكتب', true],
    ['ar', 'فسيكتبون', 'وسيكتبون', true],
    ['ar', 'والأمم', 'الأمم', true],
    ['ar', 'سلام', 'سلم', false],
    ['ar', 'سماء', 'ماء', false],
    ['en', 'the', 'athe', false],
  ];
  it.each(rows)('of %s: %s and %s: %s', (locale, a, b, isOne) => {
    expect(differByClitics(a, b, locale)).toBe(isOne);
    expect(differByClitics(b, a, locale)).toBe(isOne);
  });
});

it('a word is a reading of itself, folded', () => {
  expect([...readingsOf('שלום', 'he')]).toEqual(['שלומ', 'לומ']);
  expect([...readingsOf('Ships', 'en')]).toEqual(['ships']);
});
