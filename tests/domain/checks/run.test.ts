/** Running checks: whom they concern, how badly what is found weighs, and where it is. */
import { describe, expect, it } from 'vitest';
import type { DocumentCheck, SegmentCheck } from '../../../server/domain/checks/check.ts';
import { checkDocument, checkSegment } from '../../../server/domain/checks/run.ts';
import { aSubject } from '../../support/check-cases.ts';

/** Marks each `x` of the target. */
const xs: SegmentCheck = {
  id: 'x',
  severity: 'error',
  scope: 'segment',
  find: ({ target }) => Array.from(target.text.matchAll(/x/gu), ({ index }) => ({ spans: [[index, index + 1]] })),
};
const oneSided: SegmentCheck = { ...xs, ofOneSide: true };

/** Marks each segment whose text another one has. */
const doubles: DocumentCheck = {
  id: 'doubles',
  severity: 'warning',
  scope: 'document',
  find: (subjects) =>
    subjects.flatMap(({ target }, at) =>
      subjects.some((other, i) => i !== at && other.target.raw === target.raw) ? [{ at, spans: [] }] : [],
    ),
};

describe('a check of segments', () => {
  it('says where, how badly and by which rule', () => {
    expect(checkSegment(aSubject({ to: 'he', target: 'a x', segmentId: 'segment-0001' }), [xs])).toEqual([
      { check: 'x', severity: 'error', segmentId: 'segment-0001', spans: [[2, 3]] },
    ]);
  });

  it('looks at the languages it knows, and not at an empty text', () => {
    expect(checkSegment(aSubject({ to: 'ar', target: 'x' }), [{ ...xs, to: ['he'] }])).toEqual([]);
    expect(checkSegment(aSubject({ to: 'he', target: ' \u00A0' }), [{ ...xs, find: () => [{ spans: [] }] }])).toEqual(
      [],
    );
  });

  it.each([
    ['error', 'warning'],
    ['warning', 'info'],
    ['info', 'info'],
    ['style', 'style'],
  ] as const)('of one side weighs one level less where the source breaks it too: %s → %s', (severity, lowered) => {
    const check = { ...oneSided, severity };
    expect(checkSegment(aSubject({ to: 'he', source: 'x', target: 'x' }), [check])).toMatchObject([
      { severity: lowered, isInSource: true },
    ]);
    expect(checkSegment(aSubject({ to: 'he', source: 'a', target: 'x' }), [check])).toMatchObject([{ severity }]);
    expect(checkSegment(aSubject({ to: 'he', source: 'x', target: 'x' }), [xs])).toMatchObject([{ severity: 'error' }]);
  });

  it('asks the source by the rules of its own language only', () => {
    const hebrew: SegmentCheck = { ...oneSided, to: ['he'] };
    const [found] = checkSegment(aSubject({ to: 'he', from: 'en', source: 'x', target: 'x' }), [hebrew]);
    expect(found?.severity).toBe('error');
    const curly: SegmentCheck = {
      ...oneSided,
      find: ({ policy, target }) => (policy.quotes === 'straight' && target.text === 'x' ? [{ spans: [] }] : []),
    };
    expect(checkSegment(aSubject({ to: 'he', from: 'en', source: 'x', target: 'x' }), [curly])).toMatchObject([
      { severity: 'error' },
    ]);
  });
});

describe('a check of whole texts', () => {
  it('finds at the segment it names, past those that are empty', () => {
    const subjects = ['', 'a', 'b', 'a'].map((target, i) => aSubject({ to: 'he', target, segmentId: `s${i}` }));
    expect(checkDocument(subjects, [doubles]).map(({ segmentId, check }) => `${check} ${segmentId}`)).toEqual([
      'doubles s1',
      'doubles s3',
    ]);
    expect(checkSegment(aSubject({ to: 'he', target: 'a' }), [doubles])).toEqual([]);
  });
});
