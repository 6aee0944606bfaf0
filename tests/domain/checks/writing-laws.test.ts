/** What holds of every check of writing over any text: it never throws, marks what is there, and mends what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../server/domain/checks/check.ts';
import { checks } from '../../../server/domain/checks/checks.ts';
import { applyFix } from '../../../server/domain/checks/fix.ts';
import { locales } from '../../../server/domain/locale.ts';
import { aSubject, expectLawful, findingsOf, type TextPair } from '../../support/check-cases.ts';
import '../../support/laws.ts';

/** What the checks look at, in an order that nobody would write. */
const piece = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(...'אבהולםןץיתשצג'.split(''), ...'اأىيةهوبلكفمءکی'.split(''), ...'aeIoАο1٢'.split('')),
  },
  { weight: 9, arbitrary: fc.constantFrom(...'"\'״׳“”„‘’«»־-–—,;?؟،؛.:()/ ـًَّ'.split(''), ' ', ' ', 'ִ', 'ּ') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'צה"ל',
      'ה"ליכוד"',
      'ים/ות',
      'التى',
      'اسرائيل',
      'الى',
      'شكراً',
      'و ',
      'هـ',
      'ﻻ',
      'שּׁ',
      'API',
      '7 أكتوبر',
      '%28',
      '16–11',
      '۱۲٪',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...'\u200B\u200C\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u00AD\u2028\u0092\uE000\uD83D\u0301\n'.split(
        '',
      ),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('<1>', '</1>', '<2/>', 'https://a.b/c') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
const anyPair: fc.Arbitrary<TextPair> = fc.record({
  to: fc.constantFrom(...locales),
  source: anyText,
  target: anyText,
  codes: fc.constant({ 1: { type: 'emphasis' }, 2: { type: 'line-break' } } as const),
});

const aboutWriting = checks.filter(({ id }) => /^(?:he|ar|bidi|inv|script|quote|months|num|range)\./u.test(id));

describe.each(aboutWriting.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('marks places of the text', () => {
    fc.assert(fc.property(anyPair, (pair) => expectLawful(aSubject(pair), findingsOf(check, pair))));
  });

  it('is silent where its fix was made, and nowhere louder', () => {
    fc.assert(fc.property(anyPair, (pair) => expectMended(check, pair)));
  });
});

function expectMended(check: Check, pair: TextPair): void {
  const found = findingsOf(check, pair);
  for (const { fix } of found) {
    if (!fix) continue;
    const target = applyFix(pair.target, fix);
    expect(
      findingsOf(check, { ...pair, target }).length,
      `${JSON.stringify(pair.target)} → ${JSON.stringify(target)}`,
    ).toBeLessThan(found.length);
  }
}
