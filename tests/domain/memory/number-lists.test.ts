/** Lists in pages beside plain arrays: whatever is put, added and taken, each list has its own numbers and no other's. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNumberLists } from '../../../server/domain/memory/number-lists.ts';
import '../../support/laws.ts';

const list = fc.nat({ max: 6 });
const number = fc.nat({ max: 40 });
const change = fc.oneof(
  fc.record({ what: fc.constant('push' as const), list, number }),
  fc.record({ what: fc.constant('drop' as const), list, number }),
  fc.record({ what: fc.constant('put' as const), list, numbers: fc.array(number, { maxLength: 20 }) }),
  /** Past what stands in a page with others. */
  fc.record({
    what: fc.constant('put' as const),
    list,
    numbers: fc.constant(Array.from({ length: 1500 }, (_, n) => n)),
  }),
);

it('keeps every list apart from the others', () =>
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const lists = createNumberLists();
      const model = new Map<number, number[]>();
      for (const step of changes) {
        const known = model.get(step.list) ?? [];
        if (step.what === 'put') {
          lists.put(step.list, step.numbers);
          model.set(step.list, [...step.numbers]);
        } else if (step.what === 'push') {
          lists.push(step.list, step.number);
          model.set(step.list, known.at(-1) === step.number ? known : [...known, step.number]);
        } else {
          lists.drop(step.list, step.number);
          model.set(step.list, without(known, step.number));
        }
        for (const [one, numbers] of model) {
          expect(Array.from(lists.of(one))).toEqual(numbers);
          expect(lists.lengthOf(one)).toBe(numbers.length);
        }
      }
    }),
    { numRuns: 200 },
  ));

/** The last one takes the place of the one that goes. */
function without(numbers: readonly number[], number: number): number[] {
  const at = numbers.indexOf(number);
  return at === -1 ? [...numbers] : numbers.with(at, numbers.at(-1) ?? 0).slice(0, -1);
}

it('grows a list from nothing to many pages’ worth', () => {
  const lists = createNumberLists();
  const all = Array.from({ length: 100_000 }, (_, n) => n);
  for (const one of all) {
    lists.push(0, one);
    if (one % 3 === 0) lists.push(1, one);
  }
  expect(Array.from(lists.of(0))).toEqual(all);
  expect(lists.lengthOf(1)).toBe(33_334);
  expect(lists.bound).toBe(2);
});
