/**
 * Arabic has two sets of digits, 0–9 and ٠–٩, and a house writes one of them, with the separators and the percent sign
 * that go with it. Persian digits look nearly like the second and are other characters, which no search finds.
 */
import { readDigits } from '../language/numbers/digits.ts';
import type { Policy } from '../policy.ts';

export type DigitSet = Policy['digits'];

/** A number as it stands in a text, with its percent sign. */
export interface Numeral {
  readonly text: string;
  readonly start: number;
  readonly set: DigitSet | 'persian' | 'mixed';
}

/**
 * Latin letters with digits and what ties them together: `MK80`, `F-16`, `Windows 11`. Their digits are theirs. So many
 * digits before a letter are no such thing: without a bound, each place of a long `1-2-3-…` would be read to its end.
 */
const latinRun = String.raw`\p{sc=Latin}[\p{sc=Latin}\p{M}0-9.\/_+\-]*(?:\x20[0-9]+(?:\.[0-9]+)*)?|[0-9][0-9.\-]{0,40}\p{sc=Latin}[\p{sc=Latin}0-9]*`;
const numeral = String.raw`[0-9٠-٩۰-۹]+(?:[.,٫٬:\/][0-9٠-٩۰-۹]+)*(?:[\u200E\u200F\u061C]?[%٪])?`;
const runs = new RegExp(`(?<latin>${latinRun})|${numeral}`, 'gu');

/** The numbers of an Arabic text that are not part of something in Latin letters. */
export function numeralsOf(text: string): Numeral[] {
  return Array.from(text.matchAll(runs)).flatMap(({ 0: found, index, groups }): Numeral[] =>
    groups?.['latin'] === undefined ? [{ text: found, start: index, set: setOf(found) }] : [],
  );
}

function setOf(text: string): Numeral['set'] {
  if (/[۰-۹]/u.test(text)) return 'persian';
  const [latn, arab] = [/[0-9]/u.test(text), /[٠-٩]/u.test(text)];
  return latn && arab ? 'mixed' : latn ? 'latn' : 'arab';
}

/** The number in the digits, separators and percent sign of a set. Points of dates and times stay. */
export function writtenIn(set: DigitSet, numeral: string): string {
  const plain = numeral.replace(/[٠-٩۰-۹٫٬٪]/gu, (one) => latin.get(one) ?? one);
  if (set === 'latn') return plain;
  const digits = plain.replace(/[%\u200E\u200F\u061C]/gu, '');
  const mayBeDay = !plain.includes('%') && readDigits(digits, false)[0]?.values.some(isDay);
  const isNumber = /^[0-9]+(?:[.,][0-9]+)*$/u.test(digits) && mayBeDay !== true;
  const separated = isNumber ? plain.replaceAll('.', '٫').replaceAll(',', '٬') : plain;
  return separated.replace(/[0-9%]/gu, (one) => (one === '%' ? '٪' : String.fromCharCode(0x660 + Number(one))));
}

function isDay(value: string): boolean {
  return value.startsWith('d');
}

const latin: ReadonlyMap<string, string> = new Map([
  ['٫', '.'],
  ['٬', ','],
  ['٪', '%'],
  ...Array.from('0123456789', (digit, n) => [String.fromCharCode(0x660 + n), digit] as const),
  ...Array.from('0123456789', (digit, n) => [String.fromCharCode(0x6f0 + n), digit] as const),
]);
