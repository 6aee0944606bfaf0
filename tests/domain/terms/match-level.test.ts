/** How surely a text holds a word: the vectors, our own table, and laws about clitics and forms. */
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hebrewPrefixes, strippedOf } from '../../../server/domain/language/clitics.ts';
import { fold } from '../../../server/domain/language/fold.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';
import { formsOf } from '../../../server/domain/terms/paradigms.ts';
import type { MatchLevel } from '../../../server/domain/terms/term.ts';
import { matchLevel } from '../../../server/domain/terms/term-index.ts';

interface Vector {
  readonly text: string;
  readonly term: string;
  readonly level: MatchLevel;
}

const file = '../shared/vectors/terms.json';
const isHere = existsSync(file);
const vectors = isHere ? (JSON.parse(readFileSync(file, 'utf8')) as Record<'he' | 'ar', Vector[]>) : { he: [], ar: [] };

describe.skipIf(!isHere)(`the shared vectors${isHere ? '' : ` (skipped: ${file} is not here)`}`, () => {
  it.each((['he', 'ar'] as const).flatMap((locale) => vectors[locale].map((one) => [locale, one] as const)))(
    '%s %j',
    (locale, { text, term, level }) => expect(matchLevel(text, term, locale)).toBe(level),
  );
});

const rows: Record<Locale, ReadonlyArray<readonly [level: MatchLevel, text: string, term: string]>> = {
  he: [
    [4, 'הממשלה של ממשלה', 'ממשלה'],
    [4, 'מֶמְשָׁלָה', 'ממשלה'],
    [4, 'הָלַךְ', 'הלך'],
    [4, 'הלך', 'הָלַךְ'],
    [4, 'נתניהו־גנץ', 'גנץ'],
    [4, 'בן גוריון', 'בן־גוריון'],
    [4, 'בן\nגוריון', 'בן־גוריון'],
    [4, "צה''ל", 'צה״ל'],
    [4, '(צה”ל)', 'צה״ל'],
    [4, '„הארץ“', 'הארץ'],
    [4, 'ג׳ורג׳', "ג'ורג'"],
    [4, 'פרופ׳ כהן', 'פרופ׳'],
    [4, 'הבית הלבן', 'הבית הלבן'],
    [4, 'הפסקת \uFFFC\uFFFCאש\uFFFC', 'הפסקת אש'],
    [4, 'רחוב Ben Yehuda', 'Ben Yehuda'],
    [4, '\u200Fצה״ל\u200F', 'צה״ל'],
    [3, 'ב-צה״ל', 'צה״ל'],
    [3, 'ה־IDF', 'IDF'],
    [3, 'הIDF', 'IDF'],
    [3, 'ה"ליכוד" ניצח', 'ליכוד'],
    [3, 'ה״ליכוד״ ניצח', 'ליכוד'],
    [3, 'ב„הארץ“', 'הארץ'],
    [3, "ה'ליכוד' ניצח", 'ליכוד'],
    [3, 'ו\uFFFC\uFFFCממשלה\uFFFC', 'ממשלה'],
    [3, 'שֶׁהַמֶּמְשָׁלָה', 'ממשלה'],
    [3, 'הח״כ', 'ח״כ'],
    [3, 'והוועדה', 'ועדה'],
    [3, 'הפסקת האש', 'הפסקת אש'],
    [3, 'בבית הספר', 'בית ספר'],
    [3, 'בבית הלבן', 'הבית הלבן'],
    [3, 'ברשות הפלסטינית', 'הרשות הפלסטינית'],
    [3, 'בסכנה', 'סכנה'],
    [2, 'ראשי ממשלה', 'ראש ממשלה'],
    [2, 'לראשי הממשלה', 'ראש ממשלה'],
    [2, 'המנכ״לית', 'מנכ״ל'],
    [2, 'דו״חות', 'דו״ח'],
    [2, 'עובדיהם', 'עובדים'],
    [2, 'העובד', 'עובדים'],
    [2, 'שחקנית', 'שחקן'],
    [2, 'בניינים', 'בניין'],
    [2, 'ישראלית', 'ישראלי'],
    [2, 'ריבונותה', 'ריבונות'],
    [2, 'התעשיות', 'תעשייה'],
    [2, 'תכניותיה', 'תכנית'],
    [2, 'מפלגתי', 'מפלגה'],
    [2, 'עמים', 'עם'],
    [2, 'שנים', 'שנה'],
    [2, 'המורים', 'מורה'],
    [2, 'תנועותיי', 'תנועה'],
    [2, 'חזיתות', 'חזית'],
    [2, 'בחייו', 'חיים'],
    [2, 'ימים', 'ים'],
    [2, 'שרי האוצר', 'שר אוצר'],
    [2, 'השרה', 'שר'],
    [2, 'בידו', 'יד'],
    [2, 'ארגוניים', 'ארגון'],
    [2, 'שבויי מלחמה', 'שבוי'],
    [2, 'פינויה', 'פינוי'],
    [2, 'קואליציית', 'קואליציה'],
    [2, 'מעיינות', 'מעיין'],
    [2, 'נישואיהם', 'נישואין'],
    [1, 'תכנית', 'תוכנית'],
    [1, 'לתכניות', 'תוכנית'],
    [1, 'לביטחון', 'בטחון'],
    [1, 'שלם', 'שלום'],
    [0, 'בתי ספר', 'בית ספר'],
    [0, 'ערי השדה', 'עיר'],
    [0, 'מדינות', 'מדין'],
    [0, 'חוקרים', 'חקירה'],
    [0, '', 'ממשלה'],
    [0, 'ממשלה', ''],
    [0, 'ממשלה', '״'],
    [0, 'לסכם', 'הסכם'],
    [0, 'הפסקת, אש', 'הפסקת אש'],
    [0, 'הפסקת', 'הפסקת אש'],
    [0, 'הפסקת חשמל', 'הפסקת אש'],
    [0, 'הפסקת מכל אש', 'הפסקת אש'],
    [0, 'צהל', 'צה״ל'],
    [0, 'משלה', 'ממשלה'],
    [0, 'של', 'שלום'],
  ],
  ar: [
    [4, 'صه تُثبّت', 'تثبت'],
    [4, 'تثبت', 'تُثبّت'],
    [4, 'الى', 'إلى'],
    [4, 'مستقـبل', 'مستقبل'],
    [4, 'ﻓﻠﺴﻄﻴﻦ', 'فلسطين'],
    [4, 'کتاب', 'كتاب'],
    [4, 'قطاع غزه', 'قطاع غزة'],
    [4, 'السماء', 'السماء'],
    [4, 'وقف\u00A0إطلاق النار', 'وقف إطلاق النار'],
    [4, 'حزب LTTE', 'LTTE'],
    [4, 'ألمانيا', 'المانيا'],
    [3, 'الـ«حزب»', 'حزب'],
    [3, 'الـ«حِزْب»', 'حزب'],
    [3, 'لـ"حزب"', 'حزب'],
    [3, 'الCSS', 'CSS'],
    [3, 'الـCSS', 'CSS'],
    [3, 'وللحكومة', 'حكومة'],
    [3, 'فبالحكومة', 'حكومة'],
    [3, 'وسيقاتل', 'يقاتل'],
    [3, 'ولله', 'الله'],
    [3, 'للضفة الغربية', 'الضفة الغربية'],
    [3, 'والضفة الغربية', 'ضفة غربية'],
    [3, 'الأمم المتحدة', 'أمم متحدة'],
    [2, 'للحكومات', 'حكومة'],
    [2, 'حكومتكما', 'حكومة'],
    [2, 'إسرائيليات', 'إسرائيلية'],
    [2, 'الإسرائيليون', 'إسرائيلية'],
    [2, 'مسلمي', 'مسلمون'],
    [2, 'المسلم', 'مسلمين'],
    [2, 'مستشفاه', 'مستشفى'],
    [2, 'المستشفيات', 'مستشفى'],
    [2, 'أعضاؤه', 'أعضاء'],
    [2, 'بأعضائها', 'أعضاء'],
    [2, 'إجراءات', 'إجراء'],
    [2, 'اتفاقًا', 'اتفاق'],
    [2, 'يدها', 'يد'],
    [2, 'مستوطنيها', 'مستوطن'],
    [2, 'صحفيو', 'صحفي'],
    [2, 'جزءًا', 'جزء'],
    [2, 'بحقهم', 'حق'],
    [2, 'الصحراويين', 'صحراء'],
    [2, 'اللبنانيون', 'لبناني'],
    [2, 'المستوطنات الإسرائيلية', 'مستوطنة إسرائيلية'],
    [2, 'نقابة', 'نقابات'],
    [0, 'له', 'الله'],
    [0, 'أسرى', 'أسير'],
    [0, 'حكم', 'حكومة'],
    [0, 'وقف عن إطلاق النار', 'وقف إطلاق النار'],
    [0, 'بلاد', 'ولاد'],
  ],
  en: [
    [4, 'The Government fell.', 'government'],
    [4, 'a cease-fire', 'cease fire'],
    [4, 'a cease–fire', 'cease-fire'],
    [4, 'the US and us', 'US'],
    [4, 'Nato', 'NATO'],
    [4, 'C++ code', 'C++'],
    [4, 'the U.S. army', 'U.S.'],
    [4, 'Café', 'cafe\u0301'],
    [4, '“ibid.”', 'ibid'],
    [2, 'governments', 'government'],
    [2, 'the government’s plan', 'government'],
    [2, 'prime ministers', 'prime minister'],
    [2, 'heads of state', 'head of state'],
    [2, 'two parties', 'party'],
    [2, 'one party', 'parties'],
    [2, 'settled', 'settle'],
    [2, 'settling', 'settle'],
    [2, 'stopped', 'stop'],
    [2, 'traveling, travelled', 'travel'],
    [2, 'crosses', 'cross'],
    [2, 'a hostage', 'hostages'],
    [2, 'MKs', 'MK'],
    [2, 'crises', 'crisis'],
    [2, 'heroes', 'hero'],
    [2, 'knives', 'knife'],
    [0, 'ing', 'e'],
    [0, 'tell us', 'US'],
    [0, 'who knows', 'WHO'],
    [0, 'C major', 'C++'],
    [0, 'US army', 'U.S.'],
    [0, 'embankment', 'bank'],
    [0, 'statement', 'state'],
    [0, 'classes', 'clas'],
  ],
};

describe.each(locales)('%s', (locale) => {
  it.each(rows[locale])('%i: %j holds %j', (level, text, term) => expect(matchLevel(text, term, locale)).toBe(level));
});

const lettersOf = {
  he: 'אבגדהוזחטיכלמנסעפצקרשתךםןףץ',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ',
  en: 'abcdefghilmnopqrstuwyz',
};
const aWord = (locale: Locale, minLength: number) =>
  fc.string({ unit: fc.constantFrom(...lettersOf[locale].split('')), minLength, maxLength: 9 });
const aLocale = fc.constantFrom(...locales);

describe('laws', () => {
  it('a word is itself', () => {
    fc.assert(
      fc.property(
        aLocale.chain((locale) =>
          fc.tuple(fc.constant(locale), fc.array(aWord(locale, 1), { minLength: 1, maxLength: 3 })),
        ),
        ([locale, words]) => {
          expect(matchLevel(words.join(' '), words.join('-'), locale)).toBe(4);
        },
      ),
    );
  });

  it('a term that a text holds is found there with any clitics before it', () => {
    const arabicClusters = ['', 'و', 'ف'].flatMap((and) =>
      ['', 'ب', 'ك', 'ل', 'ال', 'بال', 'كال', 'لل'].map((to) => and + to),
    );
    const clusters = { he: [...hebrewPrefixes], ar: arabicClusters.filter(Boolean) };
    const withForm = fc.constantFrom('he' as const, 'ar' as const).chain((locale) =>
      fc.record({
        locale: fc.constant(locale),
        term: aWord(locale, 2).filter((word) => fold(word, 2).text.length > 1),
        clitics: fc.constantFrom(...clusters[locale]),
        pick: fc.nat(),
        isForm: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(withForm, ({ locale, term, clitics, pick, isForm }) => {
        const forms = formsOf(term, locale).filter((form) => fold(form, 2).text.length > 1);
        const word = isForm ? (forms[pick % forms.length] ?? term) : term;
        // A form may also read as clitics and the term (`מכמכם`: of `מכם`), which other clitics before it end.
        const least = isForm ? 2 : 3;
        expect(matchLevel(word, term, locale)).toBeGreaterThanOrEqual(least);
        expect(matchLevel(`x ${clitics}${word}.`, term, locale)).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 2000 },
    );
  });

  it('every form that people are shown is found', () => {
    const words = aLocale.chain((locale) => fc.tuple(fc.constant(locale), aWord(locale, 1)));
    fc.assert(
      fc.property(words, ([locale, word]) => {
        for (const form of formsOf(word, locale)) {
          if (form !== '') expect([form, matchLevel(form, word, locale) >= 2]).toEqual([form, true]);
        }
      }),
    );
  });

  it('stripping never leaves less than two letters, and takes off what it says', () => {
    const words = aLocale.chain((locale) =>
      fc.tuple(fc.constant(locale), fc.oneof(aWord(locale, 0), fc.string({ unit: 'binary' }))),
    );
    fc.assert(
      fc.property(words, ([locale, word]) => {
        const folded = fold(word, 2).text;
        for (const { rest, clitics } of strippedOf(folded, locale)) {
          expect(rest.length).toBeGreaterThanOrEqual(2);
          expect(clitics).not.toBe('');
          expect(folded.startsWith(clitics)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever the text and the word, there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), aLocale, (text, term, locale) => {
        expect([0, 1, 2, 3, 4]).toContain(matchLevel(text, term, locale));
      }),
    );
  });

  it.each(['ו', 'ا', "א'", 'א"', 'א-', 'ل', 'ء', 'a b '])('comes to an end on 100,000 times %j', (piece) => {
    for (const locale of locales) {
      expect(matchLevel(piece.repeat(100_000), 'אב', locale)).toBe(0);
      expect(matchLevel('אב', piece.repeat(20_000), locale)).toBe(0);
    }
  });
});
