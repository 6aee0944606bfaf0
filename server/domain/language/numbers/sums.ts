/**
 * A number whose greater part is in words and whose smaller one is in digits is one number: `11 ألفًا و400`,
 * `3 מיליון ו־200 אלף`. In Hebrew and Arabic, which write “and” together with what it adds; `5 million and 200` is two.
 */
import type { Draft } from './quantities.ts';

const and = /^\s(?:ו-?|و\s?)$/u;

/** The quantities, each that goes on with what its multiplier leaves room for as one with that. */
export function withSums(plain: string, drafts: readonly Draft[]): Draft[] {
  const sums: Draft[] = [];
  for (const draft of drafts) {
    const last = sums.at(-1);
    const sum = last && and.test(plain.slice(last.end, draft.start)) ? sumOf(last, draft) : undefined;
    if (sum) sums[sums.length - 1] = sum;
    else sums.push(draft);
  }
  return sums;
}

/** Undefined where the second would not fit in (`40 אלף ו־150 אלף`), or is no plain number. */
function sumOf(a: Draft, b: Draft): Draft | undefined {
  if (a.power < 3 || a.isPercent || a.date !== undefined || b.date !== undefined || b.form !== 'digits')
    return undefined;
  const [more, less] = [Number(a.values[0]), Number(b.values[0])];
  const fits = Number.isSafeInteger(more) && more % 10 ** a.power === 0 && less >= 1 && less < 10 ** a.power;
  if (!fits || !Number.isInteger(less)) return undefined;
  const { start, digits, figure } = a;
  const values = [String(more + less)];
  return { ...b, start, values, digits: digits + b.digits, figure: `${figure}+${b.figure}` };
}
