/** What the checks page makes of findings: their order, their excerpts, and the texts that mending leads to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, type Found } from '../../client/checks/finding-groups.ts';
import { markedExcerpt } from '../../client/checks/marked-excerpt.ts';
import { aroundChanges, planMending } from '../../client/checks/mending.ts';
import type { CheckedSegment, EditionFindings, FindingView } from '../../server/contract/checks-api.ts';
import { policyFor } from '../../server/domain/policy.ts';

const segment = (ordinal: number, text: string, more: Partial<CheckedSegment> = {}): CheckedSegment => ({
  segmentId: `segment-${ordinal}`,
  ordinal,
  codes: {},
  text,
  source: 'source',
  state: 'reviewed',
  revision: 1,
  ...more,
});
const finding = (ordinal: number, more: Partial<FindingView> = {}): FindingView => ({
  segmentId: `segment-${ordinal}`,
  ordinal,
  check: 'a',
  severity: 'warning',
  spans: [],
  marked: '',
  ...more,
});
const edition = (findings: FindingView[], segments: CheckedSegment[]): EditionFindings => ({
  policy: policyFor('he'),
  checked: segments.length,
  findings,
  segments,
});

describe('findings in groups', () => {
  const segments = [segment(1, 'x'), segment(2, 'y')];

  it('stand by weight, then by check; what is dismissed stands apart', () => {
    const dismissed = { by: 'noa', at: '', how: 'segment' } as const;
    const groups = grouped(
      edition(
        [
          finding(1, { check: 'b', severity: 'info' }),
          finding(1, { severity: 'error' }),
          finding(2),
          finding(2, { check: 'b', severity: 'info', isCollapsed: true }),
          finding(2, { dismissed }),
        ],
        segments,
      ),
    );
    expect(
      groups.open.map(({ severity, groups }) => [severity, groups.map(({ check, found }) => [check, found.length])]),
    ).toEqual([
      ['error', [['a', 1]]],
      ['warning', [['a', 1]]],
      ['info', [['b', 2]]],
    ]);
    expect(groups.open[2]?.groups[0]?.isOneRow).toBe(true);
    expect(groups.dismissed.map(({ finding: { ordinal } }) => ordinal)).toEqual([2]);
    expect([...groups.checks]).toEqual([
      ['b', 2],
      ['a', 2],
    ]);
  });

  it('can be those of one check, counted among all', () => {
    const groups = grouped(edition([finding(1), finding(2, { check: 'b' })], segments), 'b');
    expect(groups.open.flatMap(({ groups }) => groups.map(({ check }) => check))).toEqual(['b']);
    expect(groups.checks.size).toBe(2);
  });

  it('have names of their own, though they mark the same text', () => {
    const { open } = grouped(edition([finding(1), finding(1)], segments));
    const keys = open.flatMap(({ groups }) => groups.flatMap(({ found }) => found.map(({ key }) => key)));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('an excerpt', () => {
  const marks = (text: string, ...spans: Array<[number, number]>) =>
    markedExcerpt(text, spans)
      .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
      .join('');

  it.each([
    ['הוא הָלַךְ לבית', [[4, 10]], 'הוא [הָלַךְ] לבית'],
    ['الـ«حزب» قال', [[3, 8]], 'الـ[«حزب»] قال'],
    ['צה״ל', [[2, 3]], 'צה[״]ל'],
    ['nothing is marked', [], 'nothing is marked'],
    ['a stop is missing', [[17, 17]], 'a stop is [missing]'],
    ['missing at the start', [[0, 0]], '[missing] at the start'],
  ] as Array<[string, Array<[number, number]>, string]>)('of %s', (text, spans, shown) => {
    expect(marks(text, ...spans)).toBe(shown);
  });

  it('has some words on either side, and tells where it was cut', () => {
    const words = Array.from({ length: 40 }, (_, n) => `w${n}`).join(' ');
    const at = words.indexOf('w20');
    expect(marks(words, [at, at + 3])).toBe(
      '… w11 w12 w13 w14 w15 w16 w17 w18 w19 [w20] w21 w22 w23 w24 w25 w26 w27 w28 …',
    );
  });

  it('of any text, uncut, is the text', () => {
    const text = fc.array(fc.constantFrom('צה״ל ', 'הָלַךְ ', 'صه تُثبّت ', '<1>', '👩‍👧 '), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (pieces, a, b) => {
        const whole = pieces.join('');
        const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].toSorted((x, y) => x - y);
        const shown = markedExcerpt(whole, [[start ?? 0, end ?? 0]]);
        expect(shown.map(({ text }) => text).join('')).toBe(whole);
      }),
    );
  });
});

describe('mending', () => {
  const found = (at: CheckedSegment, start: number, text: string): Found => ({
    key: `${at.segmentId} ${start}`,
    segment: at,
    finding: finding(at.ordinal, { fix: [{ span: [start, start + 1], text }] }),
  });
  const one = segment(1, 'צה"ל ודו"ח');

  it('makes all that is found in a text at once, at the revision that was seen', () => {
    const plan = planMending([found(one, 2, '״'), found(one, 8, '״')]);
    expect(plan).toEqual({ mended: [{ segment: one, revision: 1, text: 'צה״ל ודו״ח' }], unsafe: 0 });
  });

  it('counts what nothing mends, and leaves out what would stay as it is', () => {
    const unsafe: Found = { key: '', segment: one, finding: finding(1) };
    expect(planMending([unsafe, found(one, 2, '"')])).toEqual({ mended: [], unsafe: 1 });
  });

  it('mends no source here', () => {
    const source = { segmentId: 'segment-1', ordinal: 1, codes: {}, text: 'a  b' };
    expect(planMending([found(source, 1, '')]).mended).toEqual([]);
  });

  it('shows what changes with some words around it', () => {
    const words = Array.from({ length: 30 }, (_, n) => `w${n}`);
    const { before, after } = aroundChanges(words.join(' '), words.with(15, 'new').join(' '));
    expect(before).toBe('… w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 …');
    expect(after).toBe('… w9 w10 w11 w12 w13 w14 new w16 w17 w18 w19 w20 w21 …');
    expect(aroundChanges('א ב', 'א ג')).toEqual({ before: 'א ב', after: 'א ג' });
  });
});
