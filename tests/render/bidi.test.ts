/** Which runs are isolated, and that isolating never changes the text or cuts a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import type { Codes } from '../../server/domain/content.ts';
import { isolateByCharacters, isolateRuns } from '../../server/render/bidi.ts';
import { html, htmlBytes } from '../../server/render/html.ts';
import { renderInline } from '../../server/render/inline.ts';

describe('isolateRuns', () => {
  it.each<[Locale, string, string[]]>([
    ['he', 'בארגון Open Shelves דיברו', ['Open Shelves']],
    ['he', 'ב־Facebook בלבד', []],
    ['he', 'קורסים ב־C++ וב־.NET).', ['C++', '.NET']],
    ['he', 'באתר https://example.org/he/a?b=1. וגם', ['https://example.org/he/a?b=1']],
    ['he', '(www.example.org/x)', ['www.example.org/x']],
    ['he', 'כתבו אל info@example.org!', ['info@example.org']],
    ['he', 'חשבון @open_shelves כאן', ['@open_shelves']],
    ['he', 'ב־Windows 11 Pro יש', ['Windows 11 Pro']],
    ['he', 'צה״ל והעיתון الحياة הלבנוני', ['الحياة']],
    ['he', 'בשנים 2022–2026 ב־28%', []],
    ['ar', 'هاتف: 03-555-1234، الموقع', ['03-555-1234']],
    ['ar', 'هاتف +972 3 555 1234، الموقع', ['+972 3 555 1234']],
    ['ar', 'في 11-16 منه', []],
    ['ar', 'دورات و.NET هنا', ['.NET']],
    ['ar', 'الـFacebook وحده', []],
    ['ar', 'صه تُثبّت الـ«حزب»', []],
    ['ar', 'كلمة הָלַךְ العبرية', ['הָלַךְ']],
    ['en', 'He walked (הָלַךְ) to', ['הָלַךְ']],
    ['en', 'The word صه تُثبّت, then', ['صه تُثبّت']],
    ['en', 'of الـ«حزب» there', ['الـ«حزب»']],
    ['en', 'The «حزب» there', ['«حزب»']],
    ['en', 'Open Shelves: https://example.org', []],
    // Names with a mark of their own.
    ['he', 'חברת Yahoo! הודיעה', ['Yahoo!']],
    ['he', 'ברשת Threads! ואז', []],
    ['he', 'ברשת Foo!, ואז', ['Foo!']],
    ['he', 'הספר Yahoo! Mail וגם', ['Yahoo! Mail']],
    // Addresses.
    ['he', 'כתבו ל-info+x@example.co.il.', ['info+x@example.co.il']],
    ['he', 'חשבון @open.shelves@mastodon.example כאן', ['@open.shelves@mastodon.example']],
    ['en', 'the tag #שלום there', ['#שלום']],
    // A run is as long as the algorithm would make it.
    ['he', 'הכומר Dr. Martin Luther King, Jr. דיבר', ['Dr. Martin Luther King, Jr.']],
    ['he', 'חברת Acme Inc. הודיעה, ו־U.S. ענתה ל־Acme Inc.', ['Acme Inc.', 'U.S.', 'Acme Inc']],
    ['he', 'אמר "We came, and we won" והלך', ['We came, and we won']],
    ['he', 'חברת Meta Platforms (formerly Facebook) הודיעה', ['Meta Platforms (formerly Facebook)']],
    ['he', 'גרסת Windows Server 2019 יצאה', ['Windows Server 2019']],
    ['en', 'He said: הוא אמר, כי לא ידע. Then', ['הוא אמר, כי לא ידע']],
    ['en', 'in מבצע 7 באוקטובר it', ['מבצע 7 באוקטובר']],
    // Numbers: what is one thing stays together, what is a range reads as the text does.
    ['he', 'הספר ISBN 978-965-07-1234-X נמצא', ['ISBN 978-965-07-1234-X']],
    ['he', 'לחשבון IBAN: IL62 0108 0000 0009 9999 999.', ['IBAN: IL62 0108 0000 0009 9999 999']],
    ['ar', 'الإصدار 1.2.3-beta.4 من', ['1.2.3-beta.4']],
    ['ar', 'المادة 12-B من', ['12-B']],
    ['ar', 'هاتف 050-1234567 و', ['050-1234567']],
    ['he', 'טלפון (03) 555-1234 בלבד', ['(03) 555-1234']],
    ['he', 'ירד ב־ −3.5% השנה', ['−3.5%']],
    ['he', 'בחוץ -5°C ויותר', ['-5°C']],
    ['he', 'עלייה ב-5 אחוזים', []],
    ['he', 'בין 10 -20 איש', []],
    ['he', 'יום 24/7 וגם 11–16', []],
    ['he', 'הנוסחה 2 + 2 = 4 נכונה', ['2 + 2 = 4']],
    ['ar', 'المعادلة x² + y² = z² هنا', ['x² + y² = z²']],
    ['he', 'בגודל 120×80 ס״מ', ['120×80']],
    ['ar', 'في الخارج 25°C اليوم', ['25°C']],
    ['ar', 'بين 3.5 °C وأكثر', ['3.5 °C']],
    // A text that is all of another script has no sentence that its marks could belong to.
    ['he', 'Hello, World!', ['Hello, World!']],
    ['ar', '14.3 US$', ['14.3 US$']],
    [
      'he',
      'Smith, J. (2020). “A Title.” Journal 14(2), pp. 11–16.',
      ['Smith, J. (2020). “A Title.” Journal 14(2), pp. 11–16.'],
    ],
    ['en', '«حزب» و(حركة)!', ['«حزب» و(حركة)!']],
    ['he', 'Koha', []],
    ['he', '11–16, 28%', []],
  ])('%s: %s', (locale, text, expected) => {
    const isolated = [...written(text, locale).matchAll(/<bdi[^>]*>([^<]*)<\/bdi>/gu)].map(([, run]) => run);
    expect(isolated).toEqual(expected);
  });

  it('marks language and direction together where it knows the language', () => {
    expect(written('של Open Shelves', 'he')).toBe('של <bdi lang="en" dir="ltr">Open Shelves</bdi>');
    expect(written('the הָלַךְ', 'en')).toBe('the <bdi lang="he" dir="rtl">הָלַךְ</bdi>');
    expect(written('של 03-555-1234', 'he')).toBe('של <bdi class="whole" dir="ltr">03-555-1234</bdi>');
  });

  it('is made of characters where no element can stand', () => {
    expect(isolateByCharacters('של Open Shelves כאן', 'he')).toBe('של \u2066Open Shelves\u2069 כאן');
    expect(isolateByCharacters('the הָלַךְ', 'en')).toBe('the \u2067הָלַךְ\u2069');
    expect(isolateByCharacters('nothing', 'en')).toBe('nothing');
  });

  it('adds nothing to a text and takes nothing away', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom<Locale>('en', 'he', 'ar'), (text, locale) => {
        expect(written(text, locale).replace(/<\/?bdi[^>]*>/gu, '')).toBe(text);
      }),
    );
  });

  it('never stands between two Arabic letters of a word', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom<Locale>('en', 'he', 'ar'), (text, locale) => {
        expect(written(text, locale)).not.toMatch(betweenArabicLetters);
      }),
    );
  });

  it.each([
    'a.',
    '.',
    '@',
    '-1',
    '+1 ',
    'a ',
    '1-',
    'http://',
    'ab.c/',
    'ـ«',
    'ל"',
    'a, ',
    'a (b ',
    'a "b" ',
    '1 = ',
    'x+',
    'A1',
    'IL62',
    '(0',
    'א 1 ',
    'א(',
    'ص «ص ',
  ])('takes a text of 100,000 times %j in one pass', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    for (const locale of ['en', 'he', 'ar'] as const) expect(written(text, locale).length).toBeGreaterThan(99_000);
  });
});

describe('a text with codes', () => {
  const codes: Codes = {
    1: { type: 'strong' },
    2: { type: 'emphasis' },
    3: { type: 'inline-code' },
    4: { type: 'line-break' },
    5: { type: 'image', src: 'x:', alt: 'Open Shelves' },
  };
  const run = (inner: string): string => `<bdi lang="en" dir="ltr">${inner}</bdi>`;

  it.each<[string, string, string]>([
    ['holds an element as a whole', 'של Open <1>Shelves</1> כאן', `של ${run('Open <strong>Shelves</strong>')} כאן`],
    ['begins with an element', 'של <1>Open</1> Shelves', `של ${run('<strong>Open</strong> Shelves')}`],
    ['is all of an element', 'של <1>Open Shelves</1>', `של <strong>${run('Open Shelves')}</strong>`],
    [
      'is all of the text',
      '“<1>Open</1> Shelves!”<5/>',
      `${run('“<strong>Open</strong> Shelves!”')}${run('Open Shelves')}`,
    ],
    ['is all of two', '<1><2>Open Shelves</2></1>', `<strong><em>${run('Open Shelves')}</em></strong>`],
    [
      'holds an element in an element',
      'של <1><2>Open</2> old</1> Shelves',
      `של ${run('<strong><em>Open</em> old</strong> Shelves')}`,
    ],
    ['would cross an element', '<1>של Open</1> Shelves', '<strong>של Open</strong> Shelves'],
    ['would cross one that is never closed', 'Open <1>Shelves', 'Open <strong>Shelves</strong>'],
    ['meets code', 'Open <3>Open Shelves</3>', 'Open <code dir="ltr" translate="no">Open Shelves</code>'],
    ['meets a line’s end', 'Open<4/>Shelves', 'Open<br />Shelves'],
    ['is a picture’s words', 'של <5/>', `של ${run('Open Shelves')}`],
  ])('has its runs isolated: one %s', (_title, text, expected) => expect(inline(text, codes, 'he')).toBe(expected));

  it('keeps a word of which half is strong whole: between its letters nothing is isolated', () => {
    expect(inline('The تُث<1>بّت</1> is', codes, 'en')).toBe(
      'The <bdi lang="ar" dir="rtl">تُث<strong>بّت</strong></bdi> is',
    );
  });

  it('loses nothing, is well formed, and is never isolated between two Arabic letters', () => {
    const coded = fc
      .array(fc.oneof(piece, fc.constantFrom('<1>', '</1>', '<2>', '</2>', '<4/>', '<3>', '</3>')))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(coded, fc.constantFrom<Locale>('en', 'he', 'ar'), (text, locale) => {
        const made = inline(text, codes, locale);
        expect(made.replace(/<[^>]*>/gu, '')).toBe(text.replace(/<\/?[1-4]\/?>/gu, ''));
        expect(isBalanced(made)).toBe(true);
        expect(made.replace(/<\/?(?:strong|em)>/gu, '')).not.toMatch(betweenArabicLetters);
      }),
    );
  });

  it('is taken in one pass, however many runs it has', () => {
    for (const piece of ['a ב c ', 'حزب ספר ']) expect(inline(piece.repeat(20_000), {}, 'ar')).toContain('<bdi');
  });

  it('is taken in one pass, however many codes it has', () => {
    for (const piece of ['<1>a b</1> ', '<1>a </1>b ', 'a <1>', '</1>b ', 'a <4/>']) {
      expect(inline(piece.repeat(20_000), codes, 'he').length).toBeGreaterThan(20_000);
    }
  });
});

/** Tatweel and the joiner join too. */
const betweenArabicLetters =
  /[\p{Script=Arabic}\u0640\u200D]\p{M}*<\/?bdi[^>]*>(?:<\/?bdi[^>]*>)*\p{M}*[\p{Script=Arabic}\u0640\u200D]/u;

const piece = fc.constantFrom(
  'הָלַךְ',
  'צה״ל',
  'صه',
  'تُثبّت',
  'الـ«حزب»',
  'Open',
  'C++',
  '.NET',
  'a@b.org',
  'https://a.org/b',
  '12',
  '-',
  ' ',
  '.',
  '«',
  '»',
  '@',
  '+',
  '=',
  '(',
  ')',
  ',',
  '!',
);
const mixed = fc.array(piece).map((pieces) => pieces.join(''));

function inline(text: string, codes: Codes, locale: Locale): string {
  const [only, ...more] = renderInline(text, codes, { locale, footnoteMark: () => html`` });
  expect(more).toEqual([]);
  return new TextDecoder().decode(htmlBytes(only ?? html``));
}

function isBalanced(made: string): boolean {
  const open: Array<string | undefined> = [];
  for (const [, end, name] of made.matchAll(/<(\/?)(bdi|strong|em|code)(?:>| )/gu)) {
    if (end === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

function written(text: string, locale: Locale): string {
  return new TextDecoder().decode(htmlBytes(isolateRuns(text, locale)));
}
