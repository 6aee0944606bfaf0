/** Steps over the desk's rows, and how a newer target takes its place among them. */
import { describe, expect, it } from 'vitest';
import { keepNewer, openingRow, stepFrom, withTarget } from '../../client/review/rows.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import { row } from './desk-row.ts';

const rows = [
  row(0, 'approved'),
  row(1, 'translated', { returned: { reason: 'tone', by: 'noa', at: '' } }),
  row(2, undefined),
  row(3, 'approved', { outdated: true }),
  row(4, 'reviewed'),
  row(5, 'approved'),
];
describe('steps', () => {
  it('pass over what is not translated', () => {
    expect(stepFrom(rows, 's1', 'next')?.segmentId).toBe('s3');
    expect(stepFrom(rows, 's3', 'previous')?.segmentId).toBe('s1');
  });

  it('end at the ends', () => {
    expect(stepFrom(rows, 's5', 'next')).toBeUndefined();
    expect(stepFrom(rows, 's0', 'previous')).toBeUndefined();
  });

  it('to the next open row go round', () => {
    expect(stepFrom(rows, 's1', 'next-open')?.segmentId).toBe('s3');
    expect(stepFrom(rows, 's4', 'next-open')?.segmentId).toBe('s1');
    expect(stepFrom([row(0, 'approved'), row(1, 'translated')], 's1', 'next-open')).toBeUndefined();
    expect(stepFrom(rows, 's1', 'next-open', ({ segmentId }) => segmentId === 's5')?.segmentId).toBe('s5');
  });

  it('begin where the address says, else at the first open row', () => {
    expect(openingRow(rows, 4)?.segmentId).toBe('s4');
    expect(openingRow(rows, 2)?.segmentId).toBe('s1');
    expect(openingRow(rows, undefined)?.segmentId).toBe('s1');
    expect(openingRow([row(0, undefined)], undefined)).toBeUndefined();
  });
});

describe('what the server says', () => {
  const newer = {
    text: 'חדש',
    state: 'reviewed',
    revision: 2,
    outdated: false,
    codeFaults: [],
  } as const satisfies TargetView;

  it('replaces one target and leaves the other rows as they are', () => {
    const next = withTarget(rows, 's1', newer);
    expect(next[1]?.target).toBe(newer);
    expect(next[4]).toBe(rows[4]);
  });

  it('is not replaced by something older that arrives later', () => {
    const known = withTarget(rows, 's1', newer);
    expect(withTarget(known, 's1', { ...newer, revision: 1 })[1]?.target).toBe(newer);
    expect(keepNewer(known, rows)[1]?.target).toBe(newer);
    expect(keepNewer(rows, known)[1]?.target).toBe(newer);
  });
});
