/** The way through what was taken. */
import { describe, expect, it } from 'vitest';
import { nextTaken } from '../../client/queue/taken.ts';
import type { TakenView } from '../../server/contract/queue-api.ts';

const one = (n: number, waits = true, documentId = 'document0001'): TakenView => ({
  documentId,
  segmentId: `segment-000${n}`,
  locale: 'he',
  ordinal: n,
  waits,
  until: '2026-01-01T00:10:00.000Z',
});

describe('the next of what was taken', () => {
  it.each([
    ['the one after', [one(1), one(2), one(3)], one(1), 2],
    ['what still waits', [one(1), one(2, false), one(3)], one(1), 3],
    ['from the beginning, after the last', [one(1), one(2), one(3)], one(3), 1],
    ['in another document', [one(1), one(2, true, 'document0002')], one(1), 2],
    ['the first, from a place that was not taken', [one(4), one(5)], one(1), 4],
    ['the first, from nowhere', [one(4, false), one(5)], undefined, 5],
    ['nowhere, where one is at the last that waits', [one(1, false), one(2)], one(2), undefined],
    ['nowhere, where all is done', [one(1, false), one(2, false)], one(1), undefined],
    ['nowhere, where nothing was taken', [], one(1), undefined],
  ] as const)('is %s', (_, taken, from, expected) => {
    expect(nextTaken(taken, from)?.ordinal).toBe(expected);
  });
});
