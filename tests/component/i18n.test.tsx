/** The words: the reader's language, plural forms, values that cannot disturb a sentence, and sentences for refusals. */
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../client/api.ts';
import {
  formatList,
  formatTime,
  preferredLanguage,
  setLanguage,
  startI18n,
  t,
  type Language,
} from '../../client/i18n.ts';
import { sentenceFor, sentenceOf } from '../../client/problems.ts';

beforeAll(() => {
  if (!i18next.isInitialized) startI18n('en');
});

describe('the language', () => {
  it.each([
    [['ar-EG', 'en'], 'ar'],
    [['fr', 'iw-IL'], 'he'],
    [['', 'he', 'en'], 'he'],
    [['fr', 'de'], 'en'],
    [['en-XB', 'he'], 'en-XB'],
  ])('of a reader who wants %j is %s', (wishes, language) => expect(preferredLanguage(wishes)).toBe(language));

  it.each([
    ['en', 'en', 'ltr'],
    ['he', 'he', 'rtl'],
    ['ar', 'ar', 'rtl'],
    ['en-XB', 'en', 'rtl'],
  ] as const)('%s makes the page %s, %s', async (language, lang, dir) => {
    await setLanguage(language);
    expect(document.documentElement).toMatchObject({ lang, dir });
  });
});

describe('plurals', () => {
  it.each<[Language, number, string]>([
    ['en', 1, '1 segment'],
    ['en', 0, '0 segments'],
    ['he', 0, '0 קטעים'],
    ['he', 1, 'קטע אחד'],
    ['he', 2, 'שני קטעים'],
    ['he', 20, '20 קטעים'],
    ['ar', 0, 'لا مقاطع'],
    ['ar', 1, 'مقطع واحد'],
    ['ar', 2, 'مقطعان'],
    ['ar', 3, '3 مقاطع'],
    ['ar', 11, '11 مقطعًا'],
    ['ar', 100, '100 مقطع'],
    ['ar', 1_103, '1,103 مقاطع'],
  ])('%s %i: %s', async (language, count, expected) => {
    await setLanguage(language);
    expect(t('document.segments', { count })).toBe(expected);
  });
});

describe('values in a sentence', () => {
  it('are isolated when they are texts, and written out when they are numbers', async () => {
    await setLanguage('he');
    expect(t('board.nothing-found', { query: 'C++' })).toBe('אין כותרת שבה ”\u2068C++\u2069”');
    expect(t('board.approved-of', { approved: 1400, total: 2000 })).toBe('אושרו 1,400 מתוך 2,000');
  });

  it.each([
    ['he', 'קישור'],
    ['ar', 'رابط'],
  ] as const)('that are phrases of ours keep their order, in %s', async (language, link) => {
    await setLanguage(language);
    const name = t('review.code-name', { name: link, number: '2' });
    const sentence = document.createElement('p');
    sentence.textContent = t('review.fault-missing', { name });
    document.body.append(sentence);
    expect(placeOf(sentence, '2'), 'the number stands after the word, on its left').toBeLessThan(
      placeOf(sentence, link),
    );
    sentence.remove();
  });

  it('are not read as placeholders or mark-up', async () => {
    await setLanguage('en');
    const query = '{{count}} $t(board.title) <b>';
    expect(t('board.nothing-found', { query })).toBe(`No title holds “\u2068${query}\u2069”`);
  });
});

describe('lists and times', () => {
  it('tie the Hebrew “and” to a number by a maqaf', async () => {
    await setLanguage('he');
    expect(formatList(['49 אושרו', '12 נסקרו'])).toBe('49 אושרו ו־12 נסקרו');
    expect(formatList(['עברית', 'ערבית'])).toBe('עברית וערבית');
  });

  it('write Arabic months as the Levant does, in digits that everyone here reads', async () => {
    await setLanguage('ar');
    expect(formatTime('2023-11-15T12:00:00Z')).toMatch(/15 تشرين الثاني 2023/u);
  });
});

describe('sentences for refusals', () => {
  it('name languages, states and acts in the reader’s language', async () => {
    await setLanguage('he');
    expect(sentenceFor('document.live', { locale: 'he, ar' })).toContain('עברית וערבית');
    const sentence = sentenceFor('target.state', { state: 'approved', act: 'target.reviewed' });
    expect(sentence.replace(/[\u2068\u2069]/gu, '')).toBe('סקירה: הפעולה אינה אפשרית עכשיו. מצב הקטע: אושר.');
  });

  it('count', async () => {
    await setLanguage('ar');
    expect(sentenceFor('edition.blocked', { count: 2 })).toBe('مقطعان ما زالا يعيقان النشر.');
  });

  it('stay readable where a server of another version leaves a value out', async () => {
    await setLanguage('en');
    expect(sentenceFor('publication.unknown')).toBe('This edition has no publication –.');
  });

  it('do not invent one for an unknown code, nor for a bug of ours', async () => {
    await setLanguage('en');
    const general = t('refusals.server.fault');
    expect(sentenceOf(new Problem({ code: 'tomorrow.unheard', status: 409, params: {} }))).toBe(general);
    expect(sentenceOf(new TypeError('x is undefined'))).toBe(general);
  });
});

describe('the developers’ language', () => {
  it('runs English from right to left and leaves values alone', async () => {
    await setLanguage('en-XB');
    expect(t('document.segments', { count: 3 })).toBe('3 \u202Esegments\u202C');
    await setLanguage('en');
  });
});

/** How far from the window's left edge a piece of an element's text is drawn. */
function placeOf({ firstChild: text }: Element, piece: string): number {
  if (!text) return expect.fail('no text');
  const start = (text.textContent ?? '').indexOf(piece);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + piece.length);
  return range.getBoundingClientRect().left;
}
