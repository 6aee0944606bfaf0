/** Word moves: where the caret stops in Hebrew, Arabic and English, and that it always gets on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordEdge, type Way } from '../../../client/review/editor/words.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';

/** The text with `|` wherever a key held down stops. */
function stops(text: string, way: Way, locale: Locale): string {
  const found = new Set<number>();
  let at = way === 'forward' ? 0 : text.length;
  const end = way === 'forward' ? text.length : 0;
  while (at !== end) {
    at = wordEdge(text, at, way, locale);
    found.add(at);
  }
  return Array.from(
    { length: text.length + 1 },
    (_, place) => (found.has(place) ? '|' : '') + (text[place] ?? ''),
  ).join('');
}

describe('forward', () => {
  it.each<[Locale, string]>([
    ['he', 'one| אלהים|" three|'],
    ['he', 'צה״ל| תקף|, ל|"ליכוד|" (|'],
    ['he', 'הָלַךְ| ב|־7.10.2023|!|'],
    ['ar', 'صه| تُثبّت|، الـ|«حزب|»|'],
    ['en', 'It| isn’t| 28%| (US|$14.3|)|'],
  ])('%s: %s', (locale, expected) => {
    expect(stops(expected.replaceAll('|', ''), 'forward', locale)).toBe(expected);
  });
});

describe('backward', () => {
  it.each<[Locale, string]>([
    ['he', '|one |אלהים" |three'],
    ['ar', '|صه |تُثبّت، |الـ«|حزب»'],
    ['en', '|(|US |is |here)'],
  ])('%s: %s', (locale, expected) => {
    expect(stops(expected.replaceAll('|', ''), 'backward', locale)).toBe(expected);
  });
});

it('a code is a word of its own', () => {
  expect(stops('על \uFFFCהעצומה\uFFFC.', 'forward', 'he')).toBe('על| \uFFFC|העצומה|\uFFFC|.|');
});

it('gets on from every place of every text', () => {
  const text = fc.string({
    unit: fc.constantFrom('א', 'ה', '"', '״', ' ', 'ب', 'ـ', '«', 'a', '1', '.', '\u05B8', '\n', '😀'),
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.constantFrom(...locales), (given, where, locale) => {
      const at = where % (given.length + 1);
      const [on, back] = [wordEdge(given, at, 'forward', locale), wordEdge(given, at, 'backward', locale)];
      expect(at === given.length ? on === at : on > at).toBe(true);
      expect(at === 0 ? back === at : back < at).toBe(true);
    }),
  );
});
