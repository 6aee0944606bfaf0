/** Tokens of human text: whole words, and the text again when joined. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { spacedPieces, wordTokens } from '../../../server/domain/language/tokens.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';
import { floresFile, floresLines } from '../../support/flores.ts';

describe('tokens', () => {
  const rows: Array<[locale: Locale, text: string, tokens: string]> = [
    ['he', 'ד"ר צה"ל ח״כ ג\'ורג׳ שָׁלוֹם', 'ד"ר| |צה"ל| |ח״כ| |ג\'ורג׳| |שָׁלוֹם'],
    ['he', 'ל"ליכוד" בית־ספר עובדים/ות', 'ל|"|ליכוד|"| |בית|־|ספר| |עובדים/ות'],
    ['he', 'ב־7.10.2023 28%, -5 (-5) ₪100', 'ב|־|7.10.2023| |28%|,| |-5| |(|-5|)| |₪100'],
    ['he', 'ב־23:35, 7/10/2023 (11:35–23:35)', 'ב|־|23:35|,| |7/10/2023| |(|11:35|–|23:35|)'],
    ['ar', 'الـ«حزب» ٢٨٪، ل\u200Dـها', 'الـ|«|حزب|»| |٢٨٪|،| |ل\u200Dـها'],
    ['en', 'at 10:00am 5/6', 'at| |10:00am| |5/6'],
    ['en', "’48 ‘23 US$14.3 17%–18% 11-16 don't", "’48| |‘23| |US|$14.3| |17%|–|18%| |11|-|16| |don't"],
  ];
  it.each(rows)('of %s: %s', (locale, text, tokens) => expect(wordTokens(text, locale).join('|')).toBe(tokens));
});

const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'הָלַךְ',
          'צה״ל',
          'ל"ליכוד"',
          'עובדים/ות',
          'ב־7.10.2023',
          '(ש"ס)',
          'שָׁלוֹם,',
          '23:35',
          '7/10/2023',
        ),
      },
      {
        weight: 6,
        arbitrary: fc.constantFrom('تُثبّت', 'الـ«حزب»', '٢٨٪', 'ه\u200Dـ', '١١٬٤٠٠٫٥', '؟', 'U.S.', '’48', "don't"),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(' ', '\n\n', '\u00A0', ' \u0301', '\u200F', '-5', 'US$14.3', '👩‍🚀', '“', '....', '_'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
  )
  .map((list) => list.join(''));

it('tokens of the pieces are the tokens of the text, and the text again', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...locales), (text, locale) => {
      const pieces = spacedPieces(text);
      expect(pieces.join('')).toBe(text);
      const tokens = wordTokens(text, locale);
      expect(tokens.join('')).toBe(text);
      expect(pieces.flatMap((piece) => wordTokens(piece, locale))).toEqual(tokens);
    }),
  );
});

it('takes a word of a million letters, and a million stops', () => {
  expect(wordTokens('א'.repeat(1e6), 'he')).toHaveLength(1);
  expect(wordTokens(`a${'.'.repeat(1e5)}`, 'en')).toHaveLength(1e5 + 1);
});

describe.each(locales)("words of FLORES+ in %s are ICU's, mended", (locale) => {
  const lines = floresLines(locale);
  test.skipIf(lines === undefined)(lines ? 'on every line' : `SKIPPED: ${floresFile(locale)} is not there`, () => {
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    for (const line of lines ?? []) {
      const icu = Array.from(segmenter.segment(line), ({ segment }) => segment);
      expect(wordTokens(line, locale)).toEqual(mended(icu));
    }
  });
});

/** Which neighbours of ICU's are one token, by what stands before, and the two of them. */
const merges: ReadonlyArray<readonly [before: RegExp, left: RegExp, right: RegExp]> = [
  [/(?:)/u, /^\s+$/u, /^\s/u],
  [/(?:)/u, /^[\p{Sc}٪]$/u, /^\p{Nd}/u],
  [/(?:)/u, /\p{Nd}$/u, /^[%٪‰\p{Sc}]$/u],
  [/(?:^|[^\p{L}\p{M}\p{N}])$/u, /^[+\-−]$/u, /^[\p{Sc}٪]?\p{Nd}/u],
  [/(?:^|[^\p{L}\p{M}\p{N}])$/u, /^['‘’]$/u, /^\p{Nd}{2}$/u],
  [/(?<![\p{L}\p{M}\p{N}])[\p{Nd}.,٫٬:/]*\p{Nd}$/u, /^[:/]$/u, /^\p{Nd}/u],
  [/(?:)/u, /^[\p{Nd}.,٫٬]+$/u, /^[:/]\p{Nd}/u],
  [/(?:)/u, /^\p{sc=Hebrew}+$/u, /^\/(?:[יה]?ות|ית|ים|[התין])$/u],
  [/(?:)/u, /^\/$/u, /^(?:[יה]?ות|ית|ים|[התין])$/u],
];

function mended(icu: readonly string[]): string[] {
  const split = icu.flatMap((token) => /^([ומשהכלב]{1,4})(["״])(\p{sc=Hebrew}.+)$/u.exec(token)?.slice(1) ?? [token]);
  return split.reduceRight<string[]>((tokens, token, place) => {
    const before = split.slice(0, place).join('');
    const [next, ...rest] = tokens;
    const isOne = next !== undefined && merges.some(([b, l, r]) => b.test(before) && l.test(token) && r.test(next));
    return isOne ? [token + next, ...rest] : [token, ...tokens];
  }, []);
}
