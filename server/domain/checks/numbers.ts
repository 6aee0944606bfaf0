/**
 * A translation says the numbers that its source says: none with its digits in another order, none missing, none more, and
 * percent where the source has it. What is one number to three languages is decided in `language/numbers/`.
 *
 * A number that became another is one finding: the missing one, which marks its counterpart in the target and tells both.
 * Counterparts have the same digits (5 million, 5 billion) or are both months; the others stand in the same order more
 * often than not, where there are as many of the one as of the other. What has none is missing, or extra.
 */
import type { NumberComparison } from '../language/numbers/compare.ts';
import type { Quantity } from '../language/numbers/quantities.ts';
import type { Found, SegmentCheck } from './check.ts';
import { numbersOf } from './numbers-of.ts';
import type { Side, Subject } from './subject.ts';

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
    const comparison = numbersOf(subject);
    const counterparts = counterpartsIn(comparison);
    const differing = comparison.missing.map((one): Found => {
      const other = counterparts.get(one);
      return {
        spans: other ? [other.span] : [],
        sourceSpans: [one.span],
        params: { wanted: written(subject.source, one), found: other ? written(subject.target, other) : nothing },
      };
    });
    return [...differing, ...lostMinus(subject)];
  },
};

export const numExtra: SegmentCheck = {
  id: 'num.extra',
  severity: 'info',
  scope: 'segment',
  find: (subject) => {
    const comparison = numbersOf(subject);
    const told = new Set(counterpartsIn(comparison).values());
    return comparison.extra
      .filter((one) => !told.has(one))
      .map((one) => ({ spans: [one.span], params: { found: written(subject.target, one) } }));
  },
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

/** −5 and, at a word's beginning, -5; a dash before a number is none. */
const minus = /(?<![\p{L}\p{M}\p{N}.,%°)\uFFFC])(?<!\p{N}\s)[-\u2212]\p{Nd}(?:[\p{Nd}.,]{0,15}\p{Nd})?/u;
const anyMinus =
  /(?<!\p{L})[-\u2010-\u2015\u2212־]\s?[\u200E\u200F\u061C]?\p{Nd}|\p{Nd}[\u200E\u200F\u061C]?[-\u2212]|minus|negative|below|מינוס|שליל|מתחת|ניצ|ناقص|سالب|تحت|دون/iu;

/** A number below zero whose sign was lost. */
function lostMinus({ source, target }: Subject): Found[] {
  const found = minus.exec(source.text);
  if (found === null || anyMinus.test(target.text)) return [];
  const [wanted] = found;
  const number = wanted.slice(1);
  const at = target.text.search(new RegExp(`(?<!\\p{N})${number.replaceAll('.', '\\.')}(?!\\p{N})`, 'u'));
  if (at === -1) return [];
  const sourceSpans = [[found.index, found.index + wanted.length]] as const;
  return [{ spans: [[at, at + number.length]], sourceSpans, params: { wanted, found: number } }];
}

/** What a sentence says in the place of a number that is not there. */
const nothing = '—';

/** For each missing number the extra one that it probably became. */
function counterpartsIn({ missing, extra }: NumberComparison): ReadonlyMap<Quantity, Quantity> {
  const counterparts = new Map<Quantity, Quantity>();
  if (extra.length === 0) return counterparts;
  const others = Map.groupBy(extra, likenessOf);
  for (const one of missing) {
    const likeness = likenessOf(one);
    const other = likeness === '' ? undefined : others.get(likeness)?.shift();
    if (other) counterparts.set(one, other);
  }
  const taken = new Set(counterparts.values());
  const [left, right] = [missing.filter((one) => !counterparts.has(one)), extra.filter((one) => !taken.has(one))];
  for (const [i, one] of left.entries()) {
    const other = left.length === right.length ? right[i] : undefined;
    if (other) counterparts.set(one, other);
  }
  return counterparts;
}

/** The digits of a number, or that it is a month; nothing of one in words. */
function likenessOf({ digits, values }: Quantity): string {
  return digits === '' && /^m[0-9]/u.test(values[0] ?? '') ? 'month' : digits;
}

function written({ text }: Side, { span }: Quantity): string {
  return text.slice(...span);
}
