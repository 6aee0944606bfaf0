/** Ranges of a histogram: everything with a draft is in exactly one, and what was not changed has one of its own. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binsOf } from '../../client/statistics/histogram.ts';
import type { OutcomeView } from '../../server/contract/statistics-api.ts';

const outcome = (ped: number | undefined): OutcomeView => ({
  locale: 'he',
  segmentId: 'segment00001',
  ordinal: 1,
  words: 1,
  state: 'approved',
  at: '',
  activeMs: 0,
  returns: 0,
  ...(ped !== undefined && { distance: { ped, pedFold: ped } }),
});

it.each([
  [0, 0],
  [0.01, 10],
  [0.1, 10],
  [0.11, 20],
  [1, 100],
])('%d lies in the range up to %d', (ped, to) => {
  expect(binsOf([outcome(ped)]).find(({ outcomes }) => outcomes.length > 0)?.to).toBe(to);
});

it('what had no draft is in none', () => {
  expect(binsOf([outcome(undefined)]).every(({ outcomes }) => outcomes.length === 0)).toBe(true);
});

it('every distance is in one of them', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (peds) => {
      const bins = binsOf(peds.map(outcome));
      expect(bins.flatMap(({ outcomes }) => outcomes)).toHaveLength(peds.length);
      for (const { from, to, outcomes } of bins) {
        for (const { distance } of outcomes) expect((distance?.ped ?? -1) * 100).toBeGreaterThanOrEqual(from);
        for (const { distance } of outcomes) expect((distance?.ped ?? 2) * 100).toBeLessThanOrEqual(to + 1e-9);
      }
    }),
  );
});
