/** Numbers of two texts: what is one to the three languages, what is not, and what holds for any. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers, numbersDiffer, type NumberText } from '../../../../server/domain/language/numbers/compare.ts';
import { locales, type Locale } from '../../../../server/domain/locale.ts';
import { floresFile, floresLines } from '../../../support/flores.ts';

const vectors = new URL('../../../../../shared/vectors/numbers.json', import.meta.url);

type Ways = Readonly<Record<Locale, readonly string[]>>;

/** In each row every text says the same as every other, in whatever direction. */
const same: ReadonlyArray<readonly [kind: string, ways: Ways]> = [
  ['digits', { en: ['11,400 people'], he: ['11,400 איש', '11\u00A0400 איש'], ar: ['11,400', '١١٬٤٠٠ شخص', '۱۱٬۴۰۰'] }],
  [
    'grouping',
    {
      en: ['1,234,567.5', '1.234.567,5'],
      he: ['1,234,567.50'],
      ar: ['١٬٢٣٤٬٥٦٧٫٥', '1 234 567,5'.replaceAll(' ', '\u202F')],
    },
  ],
  ['decimals', { en: ['it grew 2.75 m'], he: ['צמח ב־2.75 מ׳'], ar: ['٢٫٧٥ م', '2,75 م'] }],
  [
    'million',
    {
      en: ['1.5 million', '$1.5m', '1,500,000'],
      he: ['1.5 מיליון', 'מיליון וחצי'],
      ar: ['١٫٥ مليون', 'مليون ونصف المليون'],
    },
  ],
  [
    'thousand',
    {
      en: ['50 thousand', 'fifty thousand', '50,000', '50k'],
      he: ['50 אלף', 'חמישים אלף'],
      ar: ['50 ألفا', 'خمسون ألف', 'خمسين ألفًا'],
    },
  ],
  ['thousands', { en: ['5,000', 'five thousand'], he: ['5,000', '5 אלפים', 'חמשת אלפים'], ar: ['خمسة آلاف', '5 آلاف'] }],
  [
    'billion',
    { en: ['US$14.3 billion dollars', '$14.3bn'], he: ['14.3 מיליארד דולר'], ar: ['14.3 مليار دولار', '١٤٫٣ بليون'] },
  ],
  [
    'range of millions',
    {
      en: ['5–10 million', '5 to 10 million'],
      he: ['5 מיליון עד 10 מיליון', '5–10 מיליון'],
      ar: ['بين 5 و10 ملايين', '5 ملايين إلى 10 ملايين'],
    },
  ],
  ['teens', { en: ['fifteen', '15'], he: ['חמישה עשר', 'חמש־עשרה', '15'], ar: ['خمسة عشر', 'خمس عشرة', '١٥'] }],
  ['twelve', { en: ['twelve', '12'], he: ['שנים עשר', 'שתים־עשרה'], ar: ['اثنا عشر', 'اثنتي عشرة', '12'] }],
  [
    'compounds',
    {
      en: ['twenty-five', 'twenty five', '25'],
      he: ['עשרים וחמישה', 'עשרים וחמש', '25'],
      ar: ['خمسة وعشرون', 'خمس وعشرين', '٢٥'],
    },
  ],
  [
    'hundreds',
    {
      en: ['one hundred and twenty', 'a hundred twenty', '120'],
      he: ['מאה ועשרים', 'מאה עשרים'],
      ar: ['مئة وعشرون', 'مائة وعشرين'],
    },
  ],
  ['three hundred', { en: ['three hundred', '300'], he: ['שלוש מאות', '300'], ar: ['ثلاثمئة', 'ثلاثمائة', 'ثلاث مئة'] }],
  [
    'a year in words',
    {
      en: ['1948', 'one thousand nine hundred and forty-eight'],
      he: ['אלף תשע מאות ארבעים ושמונה'],
      ar: ['ألف وتسعمئة وثمانية وأربعون'],
    },
  ],
  [
    'thousands in words',
    {
      en: ['two hundred and fifty thousand', '250,000'],
      he: ['מאתיים וחמישים אלף'],
      ar: ['مئتان وخمسون ألفا', 'مئتين وخمسين ألف'],
    },
  ],
  ['clitics', { en: ['for three days, in five towns'], he: ['לשלושה ימים, בחמש ערים'], ar: ['لثلاثة أيام، بخمس مدن'] }],
  [
    'small digits and words',
    { en: ['three weeks', '3 weeks'], he: ['שלושה שבועות', '3 שבועות'], ar: ['3 أسابيع', 'ثلاثة أسابيع'] },
  ],
  ['duals', { en: ['two weeks', '2 weeks'], he: ['שבועיים', '2 שבועות'], ar: ['أسبوعين', 'أسبوعان'] }],
  ['duals that count', { en: ['2,000', 'two thousand'], he: ['אלפיים', '2,000'], ar: ['ألفان', 'ألفين', '٢٠٠٠'] }],
  [
    'dual of a million',
    { en: ['two million', '2 million'], he: ['שני מיליון', '2 מיליון'], ar: ['مليونان', 'مليوني شخص'] },
  ],
  ['years, which are no number', { en: ['two million years'], he: ['שני מיליון שנים'], ar: ['مليوني سنة'] }],
  [
    'percent',
    {
      en: ['28%', '28 percent', '28 per cent'],
      he: ['28%', '28 אחוז', '28\u200E%\u200E'],
      ar: ['٢٨٪', '28 في المئة', '28 بالمائة', '28\u200E%\u200E'],
    },
  ],
  [
    'range of percent',
    { en: ['17%–18%', '17–18 percent'], he: ['17%–18%', 'בין 17 ל־18 אחוזים'], ar: ['17-18 بالمئة'] },
  ],
  [
    'dates',
    {
      en: ['7 October', 'October 7', 'the 7th of October', '7.10'],
      he: ['ה־7 באוקטובר', '7.10', '7 לאוקטובר'],
      ar: ['7 أكتوبر', '٧ تشرين الأول', '7 تشرين الأول/أكتوبر', 'السابع من أكتوبر'],
    },
  ],
  [
    'dates in brackets',
    {
      en: ['(5 November )', '( 5.11 )'],
      he: ['(5 בנובמבר)', '(5.11)'],
      ar: ['(5 نوفمبر)', '(٥ تشرين الثاني)', '(5 نونبر)'],
    },
  ],
  [
    'dates with a year',
    {
      en: ['15 January 2023', 'January 15, 2023', '15.1.2023', '2023-01-15'],
      he: ['15 בינואר 2023', '15.1.2023', '15/1/23'],
      ar: ['15 كانون الثاني 2023', '15 جانفي 2023', '١٥ يناير ٢٠٢٣', '15/1/2023'],
    },
  ],
  [
    'months of the Maghreb',
    { en: ['9 August'], he: ['9 באוגוסט'], ar: ['9 آب', '9 أوت', '9 غشت', '9 أغسطس', '9 آب (أغسطس)'] },
  ],
  [
    'a month for two days',
    {
      en: ['7–9 October', '7 October to 9 October'],
      he: ['7–9 באוקטובר', 'מ־7 באוקטובר עד 9 באוקטובר'],
      ar: ['7-9 أكتوبر'],
    },
  ],
  ['months without a day', { en: ['in October'], he: ['באוקטובר'], ar: ['في أكتوبر', 'في تشرين الأول'] }],
  ['elided years', { en: ['territories of ’48'], he: ['שטחי 48', 'שטחי 48׳'], ar: ['أراضي 48'] }],
  ['elided years and whole ones', { en: ['territories of ’48'], he: ['שטחי 48׳'], ar: ['أراضي عام ١٩٤٨'] }],
  [
    'decades',
    {
      en: ['the 1990s', 'the ’90s', 'the nineties'],
      he: ['שנות ה־90', 'שנות התשעים'],
      ar: ['تسعينيات القرن الماضي', 'التسعينات'],
    },
  ],
  [
    'centuries',
    {
      en: ['the 19th century', 'the nineteenth century'],
      he: ['המאה ה־19', 'המאה התשע עשרה'],
      ar: ['القرن التاسع عشر', 'القرن الـ19'],
    },
  ],
  [
    'ordinals',
    { en: ['the fourth day', 'the 4th day'], he: ['היום הרביעי'.replace('היום ', ''), 'ה־4'], ar: ['الرابع', 'رابعًا'] },
  ],
  [
    'times',
    { en: ['at 5:30 p.m.', 'at 17:30', 'at 5:30'], he: ['בשעה 17:30'], ar: ['الساعة 5:30 مساءً', 'الساعة ١٧:٣٠'] },
  ],
  [
    'full hours',
    { en: ['at 10 p.m.', 'at 22:00'], he: ['בשעה 22:00', 'בשעה 10'], ar: ['الساعة العاشرة مساء', 'الساعة 22:00'] },
  ],
  ['codes', { en: ['MK80 bombs, F-16, 5G'], he: ['פצצות MK80, F-16, דור 5'], ar: ['قنابل MK80 و F-16 والجيل 5'] }],
  ['kings', { en: ['Louis XVI', 'Louis the 16th'], he: ['לואי ה־16', 'לואי השישה עשר'], ar: ['لويس السادس عشر'] }],
  [
    'halves',
    {
      en: ['3.5 metres', 'three and a half metres', '3½ metres'],
      he: ['שלושה מטרים וחצי', '3.5 מטרים'],
      ar: ['ثلاثة أمتار ونصف', '3,5 متر'],
    },
  ],
  [
    'vague quantities',
    {
      en: ['hundreds of thousands', 'several thousand', 'a third of it', 'one-third', 'dozens'],
      he: ['מאות אלפים', 'אלפי', 'שליש', 'עשרות אלפי'],
      ar: ['مئات الآلاف', 'عدة آلاف', 'ثلث', 'عشرات'],
    },
  ],
  ['days of the week', { en: ['on Tuesday'], he: ['ביום שלישי'], ar: ['يوم الثلاثاء'] }],
  ['grouping by common spaces', { en: ['10 000 people', '10,000'], he: ['10 000 איש'], ar: ['١٠ ٠٠٠ شخص'] }],
  ['two million and a half', { en: ['2.5 million'], he: ['שני מיליון וחצי'], ar: ['مليونين ونصف المليون'] }],
  ['half a million', { en: ['half a million'], he: ['חצי מיליון', '500,000'], ar: ['نصف مليون'] }],
  ['dozens that count', { en: ['two dozen', '24'], he: ['שני תריסרים', '24'], ar: ['24'] }],
  ['half a dozen', { en: ['half a dozen', 'six'], he: ['חצי תריסר', '6'], ar: ['ستة'] }],
  ['half a percent', { en: ['half a percent', '½%', '0.5%'], he: ['חצי אחוז', '0.5%'], ar: ['نصف في المئة', '٠٫٥٪'] }],
  ['a year as it is said', { en: ['nineteen forty-eight', '1948'], he: ['1948'], ar: ['١٩٤٨'] }],
  ['years of a range', { en: ['2023–24', '2023–2024'], he: ['2023-24'], ar: ['2023/24', '2023-2024'] }],
  ['the fifth day, no Thursday', { en: ['the 5th day'], he: ['היום החמישי', 'היום ה־5'], ar: ['اليوم الخامس'] }],
  ['the dual before its noun', { en: ['2,000 shekels'], he: ['אלפיים שקל'], ar: ['ألفا شيكل', 'ألفي شيكل'] }],
  ['a third', { en: ['a third.', 'fully a third, they say'], he: ['שליש.'], ar: ['ثلث.'] }],
  [
    'codes between',
    {
      en: ['7\uFFFC\uFFFC October', '\uFFFC7\uFFFC October', 'October 7'],
      he: ['ה־7 \uFFFCבאוקטובר\uFFFC', '7 ב\uFFFCאוקטובר\uFFFC'],
      ar: ['7 \uFFFCتشرين\uFFFC الأول'],
    },
  ],
  ['a line break between numbers', { en: ['10\uFFFC20'], he: ['10 ו־20'], ar: ['10\uFFFC20'] }],
  [
    'words and digits in one number',
    { en: ['11,400'], he: ['11 אלף ו־400', '11 אלף ו-400'], ar: ['11 ألفًا و400', 'أحد عشر ألفا و 400'] },
  ],
  [
    'millions and thousands in one number',
    { en: ['3.2 million'], he: ['3 מיליון ו־200 אלף'], ar: ['3 ملايين و200 ألف', 'ثلاثة ملايين و٢٠٠ ألف'] },
  ],
  ['half past', { en: ['at 6:30'], he: ['בשש וחצי', 'ב־6:30'], ar: ['الساعة السادسة والنصف', 'الساعة ٦:٣٠'] }],
  ['days in digits beside one month', { en: ['5.11–7.11'], he: ['5–7 בנובמבר'], ar: ['من 5 إلى 7 تشرين الثاني'] }],
  ['a dozen', { en: ['a dozen', 'twelve'], he: ['תריסר', '12'], ar: ['12'] }],
  ['adjacent numbers in words', { en: ['three or four weeks'], he: ['שלושה־ארבעה שבועות'], ar: ['3 أو 4 أسابيع'] }],
  ['codes of dates', { en: ['9/11'], he: ['11 בספטמבר', '11/9'], ar: ['11 سبتمبر', '11 أيلول'] }],
  ['none', { en: ['peace', 'the other day'], he: ['שלום', 'צה״ל'], ar: ['سلام', 'كمية من الخبز', 'المسلمين'] }],
];

/** These must be told of, whichever way round. */
const different: Array<[from: Locale, source: string, to: Locale, target: string, report?: string]> = [
  ['en', '11,400', 'he', '11,040', 'transposed'],
  ['en', '28%', 'ar', '82٪', 'transposed'],
  ['en', '1.5 million', 'ar', '15 مليون', 'transposed'],
  ['en', '20.5%', 'he', '20%'],
  ['en', '11,400', 'ar', '١١٬٤٠٤'],
  ['en', '50 thousand', 'he', '50 מיליון'],
  ['en', '50 thousand', 'ar', '50'],
  ['en', '2.4 million', 'he', '2.4 מיליארד'],
  ['en', '( 20.10 )', 'he', '(20 בנובמבר)'],
  ['en', '7 October', 'ar', '7 تشرين الثاني'],
  ['en', '7 October', 'he', '8 באוקטובר'],
  ['en', 'in October', 'he', 'בנובמבר'],
  ['he', '7.10.2023', 'ar', '7/11/2023'],
  ['en', '7.10.2023', 'he', '7.10.2024'],
  ['en', 'in 1948', 'he', 'בשנת 1984', 'transposed'],
  ['en', 'twenty-five', 'he', 'עשרים ושש'],
  ['en', 'twenty thousand', 'ar', 'ثلاثون ألفا'],
  ['en', 'three weeks', 'he', 'שבועיים'],
  ['en', 'five days', 'ar', 'ستة أيام'],
  ['he', 'שלושה ימים', 'ar', 'أربعة أيام'],
  ['en', 'MK80', 'he', 'MK82'],
  ['en', '17%–18%', 'ar', '17٪–19٪'],
  ['en', '15,000', 'he', '15 מיליון'],
  ['en', '2.5 million', 'he', 'מיליון וחצי'],
  ['en', 'half a million', 'he', '400,000'],
  ['ar', '7 كانون الثاني', 'en', '7 December'],
  ['en', 'Resolution 242', 'ar', 'القرار 224', 'transposed'],
  ['en', '12:45', 'he', '12:54', 'transposed'],
  ['en', '28%', 'he', '28', 'percent'],
  ['en', 'at 17:30', 'he', 'בשעה 17:50'],
  ['en', 'the 1990s', 'ar', 'الثمانينيات'],
  ['en', 'the 19th century', 'he', 'המאה ה־18'],
  ['en', '300 dead and 4,500 wounded', 'he', '300 הרוגים'],
  ['en', '11,400', 'ar', '11 ألفًا و500'],
  ['en', '3.2 million', 'he', '3 מיליון ו־200'],
  ['en', '40,000 and 150,000', 'he', '40 אלף ו־250 אלף'],
  ['en', '100k', 'he', '100'],
  ['en', '$1.2m', 'he', '1.2 דולר'],
  ['en', 'two dozen', 'he', '25'],
  ['en', 'nineteen forty-eight', 'ar', '1967'],
  ['en', '300 dead', 'ar', '300 قتيل و4500 جريح'],
];

function text(locale: Locale, text: string): NumberText {
  return { text, locale };
}

function allWays(ways: Ways): NumberText[] {
  return locales.flatMap((locale) => ways[locale].map((way) => text(locale, way)));
}

describe('texts that say the same', () => {
  it.each(same)('%s', (_kind, ways) => {
    const texts = allWays(ways);
    const told = texts.flatMap((a) => texts.filter((b) => !compareNumbers(a, b).equal).map((b) => [a.text, b.text]));
    expect(told).toEqual([]);
  });
});

describe('texts that differ', () => {
  it.each<(typeof different)[number]>(different)('%s %s ≠ %s %s', (from, source, to, target, report) => {
    const there = compareNumbers(text(from, source), text(to, target));
    expect(there.equal).toBe(false);
    expect(compareNumbers(text(to, target), text(from, source)).equal).toBe(false);
    if (report === 'transposed') expect(there.transposed).toHaveLength(1);
    if (report === 'percent') expect(there.percent.source).toHaveLength(1);
  });

  it('are marked where they differ, marks and multipliers with them', () => {
    const source = 'On 7 October, 1.5 million fled.';
    const target = 'ב־8 באוקטובר ברחו 28\u200E%\u200E.';
    const { missing, extra } = compareNumbers(text('en', source), text('he', target));
    expect(missing.map(({ span }) => source.slice(...span))).toEqual(['7 October', '1.5 million']);
    expect(extra.map(({ span }) => target.slice(...span))).toEqual(['8 באוקטובר', '28\u200E%']);
  });

  it('hold a match of memory back even by small numbers', () => {
    expect(numbersDiffer(text('en', 'One man, two dogs'), text('en', 'One man, one dog'))).toBe(true);
    expect(numbersDiffer(text('en', 'World War II'), text('en', 'World War I'))).toBe(true);
    expect(numbersDiffer(text('he', 'לפני שבועיים, 28%'), text('he', 'לפני שבועיים, 28 אחוז'))).toBe(false);
    expect(numbersDiffer(text('ar', 'في 7 أكتوبر'), text('ar', 'في ٧ تشرين الأول'))).toBe(false);
  });
});

const absent = existsSync(vectors) ? '' : ' (SKIPPED: no ../shared here)';
it.skipIf(absent !== '')(`agrees with the shared vectors, whatever languages they are said to be in${absent}`, () => {
  const rows: Array<{ source: string; target: string; equal: boolean; report?: string }> = JSON.parse(
    readFileSync(vectors, 'utf8'),
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { source, target, equal, report } of rows) {
    for (const from of locales) {
      for (const to of locales) {
        const found = compareNumbers(text(from, source), text(to, target));
        expect(found.equal, `${source} ${target} ${from} ${to}`).toBe(equal);
        if (report === 'digits transposed') expect(found.transposed.length, source).toBeGreaterThan(0);
      }
    }
  }
});

const pieces = [
  ...same.flatMap(([, ways]) => locales.flatMap((locale) => ways[locale])),
  '1',
  '0',
  '%',
  '-',
  '/',
  '\u200F',
];
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join(' '));
const anyLocale = fc.constantFrom(...locales);

describe('of any texts', () => {
  it('equal is the same both ways', () => {
    fc.assert(
      fc.property(anyText, anyLocale, anyText, anyLocale, (a, from, b, to) => {
        const [there, back] = [compareNumbers(text(from, a), text(to, b)), compareNumbers(text(to, b), text(from, a))];
        expect(there.equal).toBe(back.equal);
        expect(there.missing.length).toBe(back.extra.length);
        expect(numbersDiffer(text(from, a), text(to, b))).toBe(numbersDiffer(text(to, b), text(from, a)));
      }),
    );
  });

  it('a text equals itself, in other digits and with marks between', () => {
    fc.assert(
      fc.property(anyText, anyLocale, (a, locale) => {
        const arabic = a.replace(/[0-9]/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const marked = a.replace(/[0-9](?![0-9'])/gu, '\u200E$&\u200F');
        for (const other of [a, arabic, marked]) {
          expect(compareNumbers(text(locale, a), text(locale, other)).equal, other).toBe(true);
          expect(numbersDiffer(text(locale, a), text(locale, other)), other).toBe(false);
        }
      }),
    );
  });

  it('another digit in a number of two or more is told of', () => {
    const number = fc.integer({ min: 10, max: 99_999_999 });
    const separated = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'ar-EG');
    fc.assert(
      fc.property(number, fc.nat(7), fc.integer({ min: 1, max: 9 }), separated, anyLocale, (n, at, by, format, to) => {
        const digits = String(n);
        const place = at % digits.length;
        const other = digits.slice(0, place) + ((Number(digits[place]) + by) % 10) + digits.slice(place + 1);
        fc.pre(!other.startsWith('0'));
        const target = `כ־${new Intl.NumberFormat(format).format(Number(other))} איש`;
        expect(compareNumbers(text('en', `some 3 of ${n} people`), text(to, `3 ${target}`)).equal).toBe(false);
      }),
    );
  });

  it('the work grows with the text: nothing but the same in a row is read to its end', () => {
    for (const part of [
      '7.10 ',
      '7/10/2023 ',
      'five ',
      'thousand ',
      'מאה ',
      '7 October ',
      'تشرين ',
      "1'111 ",
      '1,',
      '%',
      '½',
    ]) {
      const long = part.repeat(20_000);
      expect(compareNumbers(text('en', long), text('he', long)).equal, part).toBe(true);
      expect(compareNumbers(text('en', long), text('he', '')).extra, part).toEqual([]);
    }
  });
});

describe('human translations', () => {
  const lines = { en: floresLines('en'), he: floresLines('he'), ar: floresLines('ar') };
  const missing = locales.filter((locale) => lines[locale] === undefined).map(floresFile);
  const title = missing.length > 0 ? ` (SKIPPED: no ${missing.join(', ')} here)` : '';
  const directions = locales.flatMap((from) => locales.filter((to) => to !== from).map((to) => ({ from, to })));
  it.skipIf(missing.length > 0).each(directions)(
    `$from to $to: few are told of, seldom as transposed${title}`,
    (pair) => {
      const { from, to } = pair;
      const [sources, targets] = [lines[from] ?? [], lines[to] ?? []];
      const found = sources.map((source, i) => compareNumbers(text(from, source), text(to, targets[i] ?? '')));
      const share = (list: readonly unknown[]) => list.length / sources.length;
      expect(share(found.filter((one) => one.transposed.length > 0))).toBeLessThan(0.003);
      expect(share(found.filter((one) => one.missing.length > 0))).toBeLessThan(0.015);
      expect(share(found.filter((one) => one.percent.source.length > 0))).toBeLessThan(0.003);
    },
  );
});
