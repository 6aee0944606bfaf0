/**
 * Words that are spelled like a number and say something else, which the other text gives away: ستون is sixty, and Stone
 * where the source names one; רביעי is a fourth, and a Wednesday where the source has one.
 */
import type { Quantity } from './quantities.ts';

const namesakes: ReadonlyArray<readonly [word: RegExp, inOtherText: RegExp]> = [
  [/^[وفبل]{0,2}ستون$/u, /(?<!\p{L})(?:Stone|סטון)/u],
  [/^[وفبل]{0,2}ال[أا]ربع$/u, /(?<!\p{L})(?:Wednesday|Arba)/u],
  [/^[ובלמהש]{0,3}שלישי$/u, /(?<!\p{L})(?:Tuesday|(?:ال)?ثلاثاء)/u],
  [/^[ובלמהש]{0,3}רביעי$/u, /(?<!\p{L})(?:Wednesday|(?:ال)?[أا]ربعاء)/u],
  [/^[ובלמהש]{0,3}חמישי$/u, /(?<!\p{L})(?:Thursday|(?:ال)?خميس)/u],
  [/^[ובלמהש]{0,3}שישי$/u, /(?<!\p{L})(?:Friday|(?:ال)?جمعة)/u],
];

/** Whether what was read as a number of one text is a name or a day that the other text has. */
export function isNamesake({ form, span }: Quantity, text: string, other: string): boolean {
  if (form !== 'words') return false;
  const written = text.slice(...span);
  return namesakes.some(([word, inOther]) => word.test(written) && inOther.test(other));
}
