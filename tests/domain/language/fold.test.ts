/** Folding: which spellings are one, and that the way back leads to whole letters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originalSpan, type FoldLevel } from '../../../server/domain/language/fold.ts';
import { foldedMatches, type Matching } from '../../../server/domain/language/folded-matches.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';

const levels: readonly FoldLevel[] = [0, 1, 2];

/** Pieces that folding has an opinion on, stuck together in any order, and anything else. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('הָלַךְ', 'צה״ל', 'שׁ', "צה''ל", 'ם', 'װ', 'ﬡ', '־', 'אֿ') },
      {
        weight: 6,
        arbitrary: fc.constantFrom('صه تُثبّت', 'الـ«حزب»', 'سماء', 'ءء', 'أ', 'ا\u0654', 'ﻻ', 'ﷺ', 'ﹰ', '٪٢٨'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\u00A0', '\u200F', '\u200D', '\u0301', 'ـ', '\u05B8', '…'),
      },
      { weight: 3, arbitrary: fc.constantFrom('İ', 'e', 'É', 'ǰ', '“', "'", '👩‍🚀', '🇮🇱', '각', '\u1112\u1161') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const anyLevel = fc.constantFrom(...levels);

describe('folding', () => {
  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(anyText, anyLevel, (text, level) => {
        const once = fold(text, level).text;
        expect(fold(once, level).text).toBe(once);
      }),
    );
  });

  it('makes no difference between composed and decomposed', () => {
    fc.assert(
      fc.property(anyText, anyLevel, (text, level) => {
        expect(fold(text.normalize('NFD'), level).text).toBe(fold(text.normalize('NFC'), level).text);
      }),
    );
  });

  it('makes one whatever the level before made one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text, 0).text, 1).text).toBe(fold(text, 1).text);
        expect(fold(fold(text, 1).text, 2).text).toBe(fold(text, 2).text);
      }),
    );
  });

  it('knows for each place where it comes from: ascending, inside the text, one unit never in another', () => {
    fc.assert(
      fc.property(anyText, anyLevel, (text, level) => {
        const { text: folded, starts, ends } = fold(text, level);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (const [place, start] of starts.entries()) {
          const [end = 0, next = text.length] = [ends[place], starts[place + 1]];
          expect(start < end && end <= text.length && (next === start || next >= end)).toBe(true);
        }
      }),
    );
  });

  const rows: Array<[what: string, level: FoldLevel, text: string, folded: string]> = [
    ['quotation marks, gershayim and geresh', 0, 'צה״ל „ג׳” «אב» ‘x’', `צה"ל "ג'" "אב" 'x'`],
    ['two single marks in a Hebrew word, and only there', 0, "צָהָ''ל ''x''", `צָהָ"ל ''x''`],
    ['dashes', 0, 'בית־ספר 17–18 — −5', 'בית-ספר 17-18 - -5'],
    ['digits and Arabic punctuation', 0, '٪٢٨، ۱٬۴۰۰٫۵؟', '%28, 1,400.5?'],
    ['spaces, but not a line break', 0, 'a\u00A0\u200F b\n c', 'a b\n c'],
    ['no letters', 0, 'הָלַךְ أمل A', 'הָלַךְ أمل A'],
    ['niqqud and cantillation, the maqaf staying', 1, 'בְּרֵאשִׁ֖ית־הָלַךְ', 'בראשית-הלך'],
    ['tashkeel, tatweel, alefs', 1, 'تُثبّت هَـمْزَة أمل إلى آب ٱلله', 'تثبت همزة امل الى اب الله'],
    ['Persian letters and presentation forms', 1, 'کتابی ﻻ ﺑﻴﺖ', 'كتابي لا بيت'],
    ['not the letters that level 2 folds', 1, 'على لجنة مسؤول شيء שלום A', 'على لجنة مسؤول شيء שלום A'],
    [
      'ya, ta marbuta, hamza carriers, a final hamza',
      2,
      'على لجنة مسؤول هيئة شيء، جزءان',
      'علي لجنه مسوول هييه شي, جزءان',
    ],
    ['final letters and case', 2, 'שלום Émile', 'שלומ émile'],
  ];
  it.each(rows)('%s (level %i)', (_what, level, text, folded) => expect(fold(text, level).text).toBe(folded));

  it.each([
    ['invisible marks', '\u200B'],
    ['tatweels', 'ـ'],
    ['marks that have to be put in order', '\u0301\u0323'],
    ['points that have to be put in order', '\u05B8\u05BC'],
    ['spaces', ' \u200B'],
    ['hamzas', 'ء'],
  ])('comes to an end on a letter under 200,000 %s', (_what, mark) => {
    const text = `ا${mark.repeat(200_000 / mark.length)}\u0301`;
    for (const level of levels) expect(fold(text, level).ends.at(-1)).toBe(text.length);
  });

  it('cuts no unit on the way back', () => {
    const folded = fold('a…b', 0);
    expect([originalSpan(folded, 1, 2), originalSpan(folded, 1, 4)]).toEqual([undefined, [1, 2]]);
  });
});

describe('matches', () => {
  const matching = fc.record({
    locale: fc.constantFrom(...locales),
    wholeWords: fc.boolean(),
    fold: fc.constantFrom<boolean | FoldLevel>(true, false, ...levels),
  });
  /** A text and something that it may well say. */
  const search = fc.tuple(anyText, fc.nat(20), fc.nat(6)).chain(([text, from, length]) =>
    fc.record({
      text: fc.constant(text),
      query: fc.oneof(
        fc.constant(text.slice(from, from + length)),
        fc.constantFrom('צה"ל', 'ه', '.', 'حزب', '👩', 'e', ' '),
      ),
      matching,
    }),
  );

  it('cut no grapheme, do not overlap and stand in order', () => {
    fc.assert(
      fc.property(search, ({ text, query, matching: how }) => {
        const starts = new Set(Array.from(new Intl.Segmenter('en').segment(text), ({ index }) => index)).add(
          text.length,
        );
        let last = 0;
        for (const [start, end] of foldedMatches(text, query, how)) {
          expect(starts.has(start) && starts.has(end) && last <= start && start < end).toBe(true);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are what was looked for, as the reader of that level sees it', () => {
    fc.assert(
      fc.property(search, ({ text, query, matching: how }) => {
        const seen = (words: string) =>
          how.fold === false ? words : fold(words, how.fold === true ? 2 : how.fold).text;
        for (const span of foldedMatches(text, query, how)) {
          expect(
            seen(text.slice(...span))
              .replace(/ء+$/u, '')
              .replaceAll("''", '"'),
          ).toBe(seen(query).replace(/ء+$/u, '').replaceAll("''", '"'));
        }
      }),
      { numRuns: 500 },
    );
  });

  const rows: Array<
    [what: string, locale: Locale, text: string, query: string, how: Partial<Matching>, found: string[]]
  > = [
    ['acronyms with any mark', 'he', 'צה"ל וגם צה״ל', "צה''ל", {}, ['צה"ל', 'צה״ל']],
    ['a word with its niqqud', 'he', 'הוא הָלַךְ.', 'הלך', { wholeWords: true }, ['הָלַךְ']],
    ['a word in its quotation, without its tatweel', 'ar', 'الـ«حِزْب»', 'حزب', { wholeWords: true }, ['حِزْب']],
    ['an article with a tatweel', 'ar', 'الـ«حزب»', 'ال', { wholeWords: true }, ['ال']],
    ['no part of an acronym as a word', 'he', 'צה"ל צה', 'צה', { wholeWords: true }, ['צה']],
    ['a word with an invisible mark at its end', 'he', 'שלום\u200F ושלום', 'שלום', { wholeWords: true }, ['שלום']],
    ['a part of a word', 'en', 'Embankment', 'bank', {}, ['bank']],
    ['no part of a word as a word', 'en', 'Embankment', 'bank', { wholeWords: true }, []],
    ['case, unless asked not to', 'en', 'Bank bank', 'bank', { fold: 1 }, ['bank']],
    ['hamza and tashkeel', 'ar', 'تُثبّت الأمم', 'تثبت الامم', {}, ['تُثبّت الأمم']],
    ['a final hamza belongs to its word', 'ar', 'السماء', 'السماء', {}, ['السماء']],
    ['nothing folded', 'ar', 'أمل امل', 'امل', { fold: false }, ['امل']],
    ['a letter with its own point only', 'he', 'שׁש', 'ש', { fold: false }, ['ש']],
    ['matches that do not overlap', 'en', 'aaaa', 'aa', {}, ['aa', 'aa']],
    ['nothing for nothing', 'en', 'a', '\u200F', {}, []],
  ];
  it.each(rows)('%s', (_what, locale, text, query, how, found) => {
    expect(foldedMatches(text, query, { locale, ...how }).map((span) => text.slice(...span))).toEqual(found);
  });
});
