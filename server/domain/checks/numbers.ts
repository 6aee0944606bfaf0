/**
 * A translation says the numbers that its source says: none with its digits in another order, none missing, none more, and
 * percent where the source has it. What is one number to three languages is decided in `language/numbers/`.
 *
 * A missing number and an extra one are each a finding. Where there are as many of the one as of the other, they stand in
 * the same order more often than not, and the missing one marks its counterpart.
 */
import type { Quantity } from '../language/numbers/quantities.ts';
import type { SegmentCheck } from './check.ts';
import { numbersOf } from './numbers-of.ts';
import type { Side } from './subject.ts';

export const numTransposed: SegmentCheck = {
  id: 'num.transposed',
  severity: 'error',
  scope: 'segment',
  find: (subject) =>
    numbersOf(subject).transposed.map(({ source, target }) => ({
      spans: [target.span],
      sourceSpans: [source.span],
      params: { wanted: written(subject.source, source), found: written(subject.target, target) },
    })),
};

export const numMissing: SegmentCheck = {
  id: 'num.missing',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => {
    const { missing, extra } = numbersOf(subject);
    const counterparts = missing.length === extra.length ? extra : [];
    return missing.map((one, i) => ({
      spans: counterparts[i] ? [counterparts[i].span] : [],
      sourceSpans: [one.span],
      params: { wanted: written(subject.source, one) },
    }));
  },
};

export const numExtra: SegmentCheck = {
  id: 'num.extra',
  severity: 'info',
  scope: 'segment',
  find: (subject) =>
    numbersOf(subject).extra.map((one) => ({
      spans: [one.span],
      params: { found: written(subject.target, one) },
    })),
};

export const numPercent: SegmentCheck = {
  id: 'num.percent',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => {
    const lost = numbersOf(subject).percent.source;
    if (lost.length === 0) return [];
    const wanted = lost.map((one) => written(subject.source, one)).join(', ');
    return [{ spans: [], sourceSpans: lost.map(({ span }) => span), params: { wanted } }];
  },
};

function written({ text }: Side, { span }: Quantity): string {
  return text.slice(...span);
}
