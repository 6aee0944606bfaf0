/**
 * Laws of every check in the table, whatever it looks for: it takes any text without a fault, marks places inside the
 * text, mends what it says it mends, and its work grows with the text and no faster.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/domain/checks/check.ts';
import { checks } from '../../../server/domain/checks/checks.ts';
import { codeMissing } from '../../../server/domain/checks/codes.ts';
import { applyFix, applyFixes } from '../../../server/domain/checks/fix.ts';
import { checkDocument, checkSegment } from '../../../server/domain/checks/run.ts';
import type { Code, Codes } from '../../../server/domain/content.ts';
import { locales, type Locale } from '../../../server/domain/locale.ts';
import { policyChoices, type PolicyChanges } from '../../../server/domain/policy.ts';
import { aSubject, expectLawful, findingsOf, fixesOf, type TextPair } from '../../support/check-cases.ts';
import '../../support/laws.ts';

const link: Code = { type: 'link', href: 'https://x.org' };
const codes: Codes = { 1: link, 2: { type: 'footnote', label: '1' }, 3: { type: 'inline-code' } };

/** What checks look for, and what they must not trip over. */
const words = [
  'צה״ל צה"ל הָלַךְ ה ב של של יום הממשלה מורים.ות עובדים/ות ג\'נין בית-ספר םימגרתמ ה-IDF אלף',
  'صه تُثبّت الـ«حزب» و قال على الى شكرًا جزيلاً کتاب هـ مستقـبل اسرائيل لAPI ﻻ اثنان',
  'the The C++ .NET @user #tag Hello! word p.m. https://x.org/(a) a@b.org e\u0301 million',
  '7 28% ٢٨٪ 11,400 ١٢ 12:30 11–16 16–11 7.10.2023 […] ... <1> </1> <2/> <3> </3> <9>',
].flatMap((line) => line.split(' '));
const signs = [
  '    \u00A0\n.,،؛;?؟!:…־-–—""“”«»‘’׳״()[]{}/%٪*#',
  '\u200E\u200F\u061C\u200B\u200C\u200D\u202B\u202C\u202E\u2067\u2069\u00AD\uFEFF',
  '\uD83D\uE000\uFFFC\uFFFD\u0640\u064B\u05B7',
].flatMap((line) => line.split(''));
const piece = fc.constantFrom(...words, ...signs, ...signs, '  ', '😀');
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const policy: fc.Arbitrary<PolicyChanges> = fc.record({
  digits: fc.constantFrom(...policyChoices.digits),
  quotes: fc.constantFrom(...policyChoices.quotes),
  months: fc.constantFrom(...policyChoices.months),
  gershayim: fc.constantFrom(...policyChoices.gershayim),
  maqaf: fc.constantFrom(...policyChoices.maqaf),
  tanwin: fc.constantFrom(...policyChoices.tanwin),
  gender: fc.constantFrom(...policyChoices.gender),
});
const locale = fc.constantFrom(...locales);
const pair: fc.Arbitrary<TextPair> = fc.record({
  from: locale,
  to: locale,
  source: fc.oneof(text, fc.constant('')),
  target: text,
  codes: fc.constantFrom<Codes>({}, codes),
  policy,
  kind: fc.constantFrom('paragraph', 'title', 'list-item'),
  state: fc.constantFrom('translated', 'approved'),
});

describe('all checks together', () => {
  it('take any text, and mark places inside it', () => {
    fc.assert(
      fc.property(pair, (one) => {
        const subject = aSubject(one);
        expectLawful(subject, [...checkSegment(subject), ...checkDocument([subject])]);
      }),
      { numRuns: 300 },
    );
  });

  it('take whole documents, each finding at one of their segments', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), locale, (pairs, to) => {
        const subjects = pairs.map((one, i) => aSubject({ ...one, to, segmentId: `segment-${i}` }));
        const found = Map.groupBy(checkDocument(subjects), ({ segmentId }) => segmentId);
        for (const subject of subjects) expectLawful(subject, found.get(subject.segmentId) ?? []);
        expect([...found.keys()].filter((id) => !subjects.some(({ segmentId }) => segmentId === id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** A quotation mark is judged by its neighbours, so turning one may turn another: these come to rest all the same. */
const judgedByNeighbours: ReadonlySet<string> = new Set(['quote.orientation']);

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const concerned = pair.map((one) => ({
    ...one,
    to: check.to?.includes(one.to) === false ? (check.to[0] ?? one.to) : one.to,
  }));

  it('mends what it offers to mend, until nothing is left to mend', () => {
    fc.assert(
      fc.property(concerned, (one) => {
        let target = one.target;
        for (let round = 0; round < 6; round += 1)
          target = applyFixes(target, fixesOf(findingsOf(check, { ...one, target })));
        expect(fixesOf(findingsOf(check, { ...one, target }))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(judgedByNeighbours.has(id))('has one place less to mend after each fix', () => {
    fc.assert(
      fc.property(concerned, (one) => {
        const found = findingsOf(check, one);
        for (const fix of fixesOf(found)) {
          expect(placesToMend(findingsOf(check, { ...one, target: applyFix(one.target, fix) }))).toBeLessThan(
            placesToMend(found),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** A document-wide finding counts its places. */
function placesToMend(found: readonly Finding[]): number {
  return found.reduce((sum, { fix, spans }) => sum + (fix ? Math.max(spans.length, 1) : 0), 0);
}

describe('a hostile text', () => {
  const length = 20_000;
  const patterns = [
    ...'aאا1٣ \u00A0.,?!()["“«\'׳-־–/#@%\n\u200E\u2067\u2069\u202E\u200B\u0640\u064B\u05B7\u0301\uD83D\uFFFCם'.split(
      '',
    ),
    ...'a_|א_|ו_|ה_|و_|1_|_"|_(|)_|._|?_|<1>|1,|1.|1-2-|א"|"א|[a|אa|حa|a@|א-|1-|1–|א/|«א'
      .replaceAll('_', ' ')
      .split('|'),
  ];

  it.each(patterns)('of %j is read in one pass', { timeout: 20_000 }, (pattern) => {
    const target = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
    for (const to of ['he', 'ar'] as const satisfies readonly Locale[]) {
      const subject = aSubject({ to, source: target.slice(0, 1000), target: `${target} x` });
      expect(checkSegment(subject).length + checkDocument([subject]).length).toBeLessThanOrEqual(20 * length);
    }
  });

  it('that lost thousands of codes is read in one pass', { timeout: 20_000 }, () => {
    const numbers = Array.from({ length: 8000 }, (_, at) => String(at + 1));
    const lost: Codes = Object.fromEntries(numbers.map((number) => [number, { type: 'strong' }]));
    const source = numbers.map((number) => `<${number}>a</${number}>`).join(' ');
    const found = checkSegment(aSubject({ to: 'he', source, target: 'א', codes: lost }), [codeMissing]);
    expect(found.length).toBe(numbers.length);
    expect(found.at(-1)?.sourceSpans?.map(([start, end]) => source.slice(start, end))).toEqual(['<8000>', '</8000>']);
  });
});
