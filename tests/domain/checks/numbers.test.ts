/** The checks of numbers and digits, each with what it marks, what it leaves alone and what its fix makes. */
import { describe, expect, it } from 'vitest';
import { arDigitsMixed, arDigitsPolicy, arPersianDigits } from '../../../server/domain/checks/ar-digits.ts';
import { checks } from '../../../server/domain/checks/checks.ts';
import { numCurrency } from '../../../server/domain/checks/num-currency.ts';
import { numExtra, numMissing, numPercent, numTransposed } from '../../../server/domain/checks/numbers.ts';
import { numPercentSide } from '../../../server/domain/checks/percent-side.ts';
import { rangeRtl } from '../../../server/domain/checks/range-rtl.ts';
import { checkDocument } from '../../../server/domain/checks/run.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';
import { aSubject, describeCheck, findingsOf, type CheckCase } from '../../support/check-cases.ts';
import { floresFile, floresLines } from '../../support/flores.ts';

const codes = { 1: { type: 'emphasis' }, 2: { type: 'inline-code' } } as const;

function pair(
  source: string,
  to: Locale,
  target: string,
  marks: string[] = [],
  rest: Partial<CheckCase> = {},
): CheckCase {
  return { source, to, target, marks, codes, ...rest };
}

function ar(target: string, marks: string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return pair('', 'ar', target, marks, rest);
}

function he(target: string, marks: string[] = [], rest: Partial<CheckCase> = {}): CheckCase {
  return pair('', 'he', target, marks, rest);
}

describeCheck(numTransposed, [
  pair('11,400 dead', 'he', '11,040 הרוגים', ['11,040']),
  pair('in 1948', 'ar', 'عام ١٩٨٤', ['١٩٨٤']),
  pair('1.5 million', 'ar', '15 مليون', ['15 مليون']),
  pair('<1>28%</1> of them', 'he', '<1>82%</1> מהם', ['82%']),
  pair('12 and 21', 'he', '21 ו־12', [], { why: 'both are there' }),
  pair('', 'he', '21', [], { why: 'no source' }),
]);

describeCheck(numMissing, [
  pair('300 dead, 4,500 wounded', 'he', '300 הרוגים', ['']),
  pair('on 7 October', 'he', 'ב־8 באוקטובר', ['8 באוקטובר'], { why: 'its counterpart is marked' }),
  pair('20.5%', 'he', '20%', ['20%']),
  pair('two men, one dog', 'he', 'אנשים וכלב', [], { why: 'small numbers are said in other ways' }),
  pair('hundreds of thousands', 'ar', 'الكثيرون', [], { why: 'vague' }),
  pair('see https://a.org/2023/11', 'he', 'ראו שם', [], { why: 'an address has a check of its own' }),
  pair('call <2>f(300)</2>', 'he', 'קראו', [], { why: 'inline code' }),
]);

describeCheck(numMissing, [
  pair('a three-dimensional image', 'he', 'תמונה תלת־מימדית'),
  pair('three-dimensional', 'ar', 'ثلاثي الأبعاد'),
  pair("the 7's rugby tournament", 'he', 'טורניר שביעיות הרוגבי'),
  pair('He is 5\'8" tall.', 'he', 'גובהו 1.73 מטר.'),
  pair('It was −5 degrees.', 'he', 'היו 5 מעלות.', ['5']),
  pair('It was -5 degrees.', 'ar', 'كانت 5 درجات', ['5']),
  pair('It was −5 degrees.', 'he', 'היו מינוס 5 מעלות.'),
  pair('It was −5 degrees.', 'he', 'היו ‎-5 מעלות.'),
  pair('pages 3 -5', 'he', 'עמודים 3 עד 5', [], { why: 'a range' }),
]);

describeCheck(numCurrency, [
  pair('$5 million', 'he', '5 מיליון שקל', ['שקל']),
  pair('5 euros', 'ar', '5 دولارات', ['دولارات']),
  pair('$5 million', 'he', '5 מיליון דולר (18 מיליון שקל)', [], { why: 'converted beside it' }),
  pair('$5 million', 'he', '5 מיליון'),
  pair('5 pounds', 'ar', '5 جنيهات'),
]);

describeCheck(numExtra, [
  pair('Roger Stone said so', 'ar', 'قال روجر ستون ذلك'),
  pair('sixty of them', 'ar', 'ستون منهم'),
  pair('Roger spoke', 'ar', 'تكلم ستون', ['ستون']),
  pair('He came Wednesday', 'he', 'הוא בא ברביעי'),
]);

describeCheck(numPercent, [
  pair('28% of women', 'he', '28 נשים', ['']),
  pair('28% of women', 'he', '28 אחוזים מהנשים'),
  pair('17–18 percent', 'ar', '17%–18%'),
]);

describeCheck(numExtra, [
  pair('300 dead', 'ar', '300 قتيل و٤٥٠٠ جريح', ['٤٥٠٠']),
  pair('a year', 'he', 'שנה אחת'),
  pair('both', 'ar', 'كلاهما في يومين'),
]);

describeCheck(rangeRtl, [
  pair('11–16 November', 'he', '16–11 בנובמבר', ['16–11 בנובמבר']),
  pair('17%–18%', 'ar', '18%-17%', ['18%-17%']),
  pair('11–16 November', 'he', '11–16 בנובמבר'),
  pair('11–16 November', 'ar', '١١-١٦ نوفمبر'),
  pair('they won 3–1', 'he', 'הם ניצחו 3–1', [], { why: 'as in the source' }),
  pair('from 11 to 16', 'he', '16–11', [], { why: 'the source has no range to compare with' }),
  pair('they won 00–26', 'he', 'הם ניצחו 26–00', ['26–00']),
  pair('they won 3–1', 'he', 'הם ניצחו 1–3', [], { why: 'no range, from the lesser to the greater' }),
]);

it.each([
  ['they won 00–26', 'הם ניצחו 26–00', '00–26'],
  ['11–16 November', '16–11 בנובמבר', '11–16'],
  ['17%–18%', '18%-17%', '17%–18%'],
])('a range is quoted as it is written: %s → %s', (source, target, wanted) => {
  expect(findingsOf(rangeRtl, { to: 'he', source, target }).map(({ params }) => params)).toEqual([{ wanted }]);
});

it.each([
  ['in October', 'בנובמבר', [['October', 'בנובמבר']]],
  ['5 million people', '5 מיליארד איש', [['5 million', '5 מיליארד']]],
  ['300 dead', 'אין נפגעים', [['300', '—']]],
  [
    'in October 5 million fled',
    'בנובמבר נמלטו 5 מיליארד, 80 מהם כאן',
    [
      ['October', 'בנובמבר'],
      ['5 million', '5 מיליארד'],
    ],
  ],
])('a number that became another is one finding: %s → %s', (source, target, told) => {
  const pairOf = { to: 'he', source, target } as const;
  expect(findingsOf(numMissing, pairOf).map(({ params }) => [params?.['wanted'], params?.['found']])).toEqual(told);
  expect(findingsOf(numExtra, pairOf).map(({ params }) => params?.['found'])).toEqual(
    target.includes('80') ? ['80'] : [],
  );
});

describeCheck(numPercentSide, [
  ar('28٪', ['28٪'], { fixed: '28%' }),
  ar('٢٨%', ['٢٨%'], { fixed: '٢٨٪' }),
  ar('نحو %28 نساء', ['%28'], { fixed: 'نحو 28% نساء' }),
  he('כ־%28 נשים', ['%28'], { fixed: 'כ־28% נשים' }),
  he('כ־28 % נשים', ['28 %'], { fixed: 'כ־28% נשים' }),
  ar('28\u200E%\u200E'),
  ar('٢٨٪\u061C'),
  he('28% ו־30%'),
  he('28%, 30%'),
  he('17%-18%'),
  he('14\u00A0%', [], { why: 'a non-breaking space is a matter of style' }),
  { to: 'en', target: '28 %', marks: [] },
  he('עלה ב־28٪', ['28٪'], { fixed: 'עלה ב־28%' }),
]);

describeCheck(arPersianDigits, [
  ar('۱۲٪', ['۱۲٪'], { fixed: '12%' }),
  ar('عام ۲۰۲۳', ['۲۰۲۳'], { policy: { digits: 'arab' }, fixed: 'عام ٢٠٢٣' }),
  ar('١٢٪'),
]);

describeCheck(arDigitsPolicy, [
  ar('١٢', ['١٢'], { fixed: '12' }),
  ar('بلغ ١١٬٤٠٠٫٥ و٢٨٪', ['١١٬٤٠٠٫٥', '٢٨٪'], { fixed: 'بلغ 11,400.5 و28%' }),
  ar('بلغ 11,400 و20.5% في 7.10.2023', ['11,400', '20.5%', '7.10.2023'], {
    policy: { digits: 'arab' },
    fixed: 'بلغ ١١٬٤٠٠ و٢٠٫٥٪ في ٧.١٠.٢٠٢٣',
  }),
  ar('قنابل MK80 و F-16 و Windows 11 في https://a.org/1', [], {
    policy: { digits: 'arab' },
    why: 'Latin runs keep theirs',
  }),
  ar('<1>12</1>', ['12'], { policy: { digits: 'arab' }, fixed: '<1>١٢</1>' }),
  ar('12'),
]);

describeCheck(arDigitsMixed, [
  ar('١٢ و 15', ['١٢']),
  ar('عام 20٢٣', ['20٢٣']),
  ar('١٢ و 15', ['15'], { policy: { digits: 'arab' } }),
  ar('١٢ و ١٥'),
  ar('١٢ و MK80', [], { why: 'Latin letters have their own' }),
]);

it('mixed digits are found across a document, where they are not the house’s', () => {
  const texts = ['في 15 عامًا', 'في عامين', 'في ١٢ عامًا'];
  const found = checkDocument(
    texts.map((target, i) => aSubject({ to: 'ar', target, segmentId: `segment-000${i}` })),
    [arDigitsMixed],
  );
  expect(found.map(({ segmentId }) => segmentId)).toEqual(['segment-0002']);
});

describe('over human translations', () => {
  const lines = { en: floresLines('en'), he: floresLines('he'), ar: floresLines('ar') };
  const absent = locales.filter((locale) => lines[locale] === undefined).map(floresFile);
  const title = absent.length > 0 ? ` (SKIPPED: no ${absent.join(', ')} here)` : '';
  const ours = checks.filter(
    ({ id, severity }) => /^(?:num\.|ar\..*digits)/u.test(id) && /warning|error/u.test(severity),
  );
  const cases = (['en he', 'en ar', 'he ar'] as const).flatMap((way) =>
    ours.map((check) => ({ way, id: check.id, check })),
  );

  it.skipIf(absent.length > 0).each(cases)(`$way: $id fires on few${title}`, ({ way, check }) => {
    const [from, to] = way.split(' ') as [Locale, Locale];
    const fired = lines[from]?.filter(
      (source, i) => findingsOf(check, { from, to, source, target: lines[to]?.[i] ?? '' }).length > 0,
    );
    expect(fired?.length).toBeLessThan(0.015 * 1012);
  });
});
