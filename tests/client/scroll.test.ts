/** An opened row comes into sight by its beginning, and moves the page no further than it must. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scrollFor } from '../../client/review/scroll.ts';

const window = { top: 140, bottom: 880 };

it.each([
  ['in sight', { top: 200, bottom: 600 }, 0],
  ['under the header', { top: 100, bottom: 400 }, -40],
  ['below the edge', { top: 700, bottom: 1000 }, 120],
  ['taller than the window', { top: 300, bottom: 2000 }, 160],
  ['far away', { top: 9000, bottom: 9300 }, 8420],
])('%s', (_where, row, by) => expect(scrollFor(row, window)).toBe(by));

it('always shows the beginning, and a second look moves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 40, max: 3000 }), (top, height) => {
      const by = scrollFor({ top, bottom: top + height }, window);
      const after = { top: top - by, bottom: top + height - by };
      expect(after.top).toBeGreaterThanOrEqual(window.top);
      expect(after.top).toBeLessThan(window.bottom);
      expect(scrollFor(after, window)).toBe(0);
    }),
  );
});
