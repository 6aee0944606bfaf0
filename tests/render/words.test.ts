/** The words of published pages: nobody is addressed as a man or a woman, and one thing has one name. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../server/domain/locale.ts';
import { siteWords } from '../../server/render/site-words.ts';
import { words } from '../../server/render/words.ts';

describe('the words of published pages', () => {
  it('tell nobody in Arabic to do something, which would be said to a man', () => {
    const all = Object.values({ ...words.ar, ...siteWords.ar }).filter((one) => typeof one === 'string');
    expect(all.filter((one) => /(?<!\p{L})ف?(?:افتح|اعرض|أرسل|اقرأ|انظر|زملائك)/u.test(unpointed(one)))).toEqual([]);
  });

  it.each(locales)('say of what the ways between pages of a list are newer (%s): חדשות alone are news', (locale) => {
    const { newer, older } = siteWords[locale];
    expect(newer).not.toMatch(/^(?:חדשות|الأحدث)/u);
    expect(older).not.toMatch(/^(?:ישנות|الأقدم)/u);
  });
});

function unpointed(text: string): string {
  return text.replace(/\p{M}/gu, '');
}
