/** What waits for a place, and how long it is left alone after a failure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseAfter, waitingKeys, withTaken, type DeliveryRecord } from '../../server/domain/delivery.ts';

const empty: DeliveryRecord = { address: 'a', since: '2026-01-01T00:00:00.000Z', taken: 0, marks: {} };
const marks = fc.dictionary(fc.constantFrom('a/he', 'b/ar', 'c/en', '__proto__', 'd/he'), fc.constantFrom('1', '2'));

describe('what waits', () => {
  it('is first what is gone, then what is new or different, in the order of what is wanted', () => {
    const wanted = new Map([
      ['b/he', '2'],
      ['a/he', '1'],
      ['new/he', '1'],
    ]);
    expect(waitingKeys({ 'a/he': '1', 'b/he': '1', 'gone/he': '4' }, wanted)).toEqual(['gone/he', 'b/he', 'new/he']);
  });

  it('is nothing once everything that waits was taken, whatever was taken before', () => {
    fc.assert(
      fc.property(marks, marks, (before, after) => {
        const wanted = new Map(Object.entries(after));
        let record: DeliveryRecord = { ...empty, marks: before };
        const waiting = waitingKeys(before, wanted);
        for (const key of waiting) record = withTaken(record, key, wanted.get(key), empty.since);
        expect(waitingKeys(record.marks, wanted)).toEqual([]);
        expect(record.marks).toEqual(after);
        expect(record.taken).toBe(waiting.length);
      }),
    );
  });
});

describe('the pause after failures', () => {
  const retryable = true;

  it('grows, and is an hour at most', () => {
    const pauses = Array.from({ length: 9 }, (_, at) => pauseAfter(at + 1, { retryable }) / 1000);
    expect(pauses).toEqual([10, 30, 60, 300, 900, 3600, 3600, 3600, 3600]);
  });

  it('is as long as a place asks for, up to an hour', () => {
    expect(pauseAfter(1, { retryable, retryAfterMs: 45_000 })).toBe(45_000);
    expect(pauseAfter(1, { retryable, retryAfterMs: 9e9 })).toBe(3_600_000);
    expect(pauseAfter(4, { retryable, retryAfterMs: 1 })).toBe(300_000);
  });

  it('is an hour at once where somebody has to mend something first', () => {
    expect(pauseAfter(1, { retryable: false })).toBe(3_600_000);
  });
});
