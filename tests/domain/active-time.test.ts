/** Time at a segment, by a clock that the test holds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  giveBack,
  idleCutMs,
  mostActiveMs,
  noTime,
  paused,
  signOfLife,
  take,
  type ActiveTime,
} from '../../server/domain/active-time.ts';

type Step = readonly [what: 'a' | 'b' | 'away', atSeconds: number];

function after(steps: readonly Step[]): ActiveTime {
  return steps.reduce(
    (time, [what, at]) => (what === 'away' ? paused(time, at * 1000) : signOfLife(time, what, at * 1000)),
    noTime,
  );
}

const rows: Array<[what: string, steps: Step[], spent: Record<string, number>]> = [
  ['one sign is no time', [['a', 0]], {}],
  [
    'between two signs',
    [
      ['a', 0],
      ['a', 12],
    ],
    { a: 12 },
  ],
  [
    'a pause counts half a minute',
    [
      ['a', 0],
      ['a', 600],
    ],
    { a: 30 },
  ],
  [
    'out of sight nothing counts',
    [
      ['a', 0],
      ['away', 5],
      ['a', 25],
      ['a', 26],
    ],
    { a: 6 },
  ],
  [
    'the next segment begins where the last ends',
    [
      ['a', 0],
      ['b', 10],
      ['b', 13],
    ],
    { a: 10, b: 3 },
  ],
  [
    'a clock that is set back counts nothing',
    [
      ['a', 100],
      ['a', 50],
      ['a', 51],
    ],
    { a: 1 },
  ],
];
it.each(rows)('%s', (_what, steps, spent) => {
  expect(after(steps).spent).toEqual(Object.fromEntries(Object.entries(spent).map(([id, s]) => [id, s * 1000])));
});

it('is taken once, up to the moment, and given back where the decision was refused', () => {
  const [ms, left] = take(
    after([
      ['a', 0],
      ['a', 10],
    ]),
    'a',
    14_000,
  );
  expect(ms).toBe(14_000);
  expect(take(left, 'a', 14_000)[0]).toBe(0);
  expect(take(giveBack(left, 'a', ms), 'a', 15_000)[0]).toBe(15_000);
});

it('is never more than a decision may say', () => {
  expect(take(giveBack(noTime, 'a', mostActiveMs * 2), 'a', 0)[0]).toBe(mostActiveMs);
});

it('of all segments together is never more than has passed, nor than the idle cut allows', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'away'), fc.nat(100)) as fc.Arbitrary<Step>;
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let at = 0;
      const walked = steps.map(([what, wait]): Step => [what, (at += wait)]);
      const spent = Object.values(after(walked).spent).reduce((sum, ms) => sum + ms, 0);
      expect(spent).toBeLessThanOrEqual(at * 1000);
      expect(spent).toBeLessThanOrEqual(steps.length * idleCutMs);
    }),
  );
});
