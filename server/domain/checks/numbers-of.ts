/** How the numbers of a segment's two sides compare, worked out once for the checks that ask. */
import { compareNumbers, type NumberComparison } from '../language/numbers/compare.ts';
import type { Subject } from './subject.ts';

const known = new WeakMap<Subject, NumberComparison>();
const nothing: NumberComparison = {
  equal: true,
  missing: [],
  extra: [],
  transposed: [],
  percent: { source: [], target: [] },
};

/** A source without a text has nothing to compare with. */
export function numbersOf(subject: Subject): NumberComparison {
  let numbers = known.get(subject);
  if (numbers === undefined) {
    numbers = subject.source.text.trim() === '' ? nothing : compareNumbers(subject.source, subject.target);
    known.set(subject, numbers);
  }
  return numbers;
}
