/**
 * Decimal numbers as strings in one form (`1,400.0` → `1400`, `07` → `7`), so that they are compared as they are written
 * and never rounded. Numbers of the language itself would make 0.1 + 0.2 of a text and cannot hold forty digits.
 */

/** Digits before and after the point, without what says nothing. */
export function decimal(whole: string, fraction = ''): string {
  const kept = fraction.replace(/0+$/u, '');
  const bare = whole.replace(/^0+(?=.)/u, '');
  return kept === '' ? bare : `${bare || '0'}.${kept}`;
}

/** Times ten to the power of `exponent`, which is not negative. */
export function timesTen(value: string, exponent: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const digits = fraction.padEnd(exponent, '0');
  return decimal(whole + digits.slice(0, exponent), digits.slice(exponent));
}
