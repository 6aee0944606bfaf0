/** Which runs are isolated, and that isolating never changes the text or cuts a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { isolateRuns } from '../../server/render/bidi.ts';
import { htmlBytes } from '../../server/render/html.ts';

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
  ])('%s: %s', (locale, text, expected) => {
    const isolated = [...written(text, locale).matchAll(/<bdi[^>]*>([^<]*)<\/bdi>/gu)].map(([, run]) => run);
    expect(isolated).toEqual(expected);
  });

  it('marks language and direction together where it knows the language', () => {
    expect(written('של Open Shelves', 'he')).toBe('של <bdi lang="en" dir="ltr">Open Shelves</bdi>');
    expect(written('the הָלַךְ', 'en')).toBe('the <bdi lang="he" dir="rtl">הָלַךְ</bdi>');
    expect(written('של 03-555-1234', 'he')).toBe('של <bdi class="whole" dir="ltr">03-555-1234</bdi>');
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
        expect(written(text, locale)).not.toMatch(/[\p{Script=Arabic}]\p{M}*<\/?bdi[^>]*>\p{M}*[\p{Script=Arabic}]/u);
      }),
    );
  });

  it.each(['a.', '.', '@', '-1', '+1 ', 'a ', '1-', 'http://', 'ab.c/', 'ـ«', 'ל"'])(
    'takes a text of 100,000 times %j in one pass',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      for (const locale of ['en', 'he', 'ar'] as const) expect(written(text, locale).length).toBeGreaterThan(99_000);
    },
  );
});

const mixed = fc
  .array(
    fc.constantFrom(
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
    ),
  )
  .map((pieces) => pieces.join(''));

function written(text: string, locale: Locale): string {
  return new TextDecoder().decode(htmlBytes(isolateRuns(text, locale)));
}
