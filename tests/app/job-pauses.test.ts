/** How long a job waits before it asks again. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attempts, pauseBefore } from '../../server/app/job-pauses.ts';

const attempt = fc.integer({ min: 2, max: attempts });

it('doubles, within a quarter, and differs between jobs', () => {
  fc.assert(
    fc.property(attempt, fc.string(), (attempt, jobId) => {
      const middle = 1000 * 2 ** (attempt - 2);
      expect(pauseBefore(attempt, 0, jobId)).toBeGreaterThanOrEqual(middle * 0.75);
      expect(pauseBefore(attempt, 0, jobId)).toBeLessThanOrEqual(middle * 1.25);
    }),
  );
  const pauses = new Set(['jobA', 'jobB', 'jobC', 'jobD'].map((jobId) => pauseBefore(2, 0, jobId)));
  expect(pauses.size).toBeGreaterThan(1);
});

it('is never shorter than the server asks, up to ten minutes', () => {
  expect(pauseBefore(2, 60_000, 'job')).toBe(60_000);
  expect(pauseBefore(2, 24 * 3_600_000, 'job')).toBe(600_000);
  expect(pauseBefore(4, 1, 'job')).toBeGreaterThan(2999);
});
