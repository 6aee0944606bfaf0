/**
 * What begins a list item: a bullet, a number, a letter in the order of its script. One row a family; two neighbouring
 * items of one family make a list, a single one is text (`12. 10. 1982`).
 *
 * A bullet or a number is taken off and said in the layout, so that every edition numbers in its own digits. A letter
 * stays in the text: `א.` becomes `a.` by translation, not by layout.
 */

export interface ListMarker {
  readonly family: string;
  /** What is left without the marker; for a lettered item, everything. */
  readonly rest: string;
  /** For numbered items. */
  readonly number?: number;
}

const families: ReadonlyArray<{ readonly family: string; readonly pattern: RegExp; readonly keeps: boolean }> = [
  { family: 'bullet', pattern: /^[-*•‣◦–—]\s+/u, keeps: false },
  { family: 'number', pattern: /^\(?(\d{1,3})[.)]\s+/u, keeps: false },
  { family: 'arabic number', pattern: /^([٠-٩]{1,3})[.)-]\s+/u, keeps: false },
  { family: 'latin letter', pattern: /^\(?[a-z][.)]\s+/u, keeps: true },
  { family: 'hebrew letter', pattern: /^[א-ת][.)׳']\s+/u, keeps: true },
  { family: 'arabic letter', pattern: /^[أبجدهوزحطي][.)-]\s+/u, keeps: true },
];

/** The marker that a line begins with, if any. */
export function listMarkerOf(text: string): ListMarker | undefined {
  for (const { family, pattern, keeps } of families) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = keeps ? text : text.slice(match[0].length);
    if (rest === '') return undefined;
    return { family, rest, ...(match[1] !== undefined && { number: valueOf(match[1]) }) };
  }
  return undefined;
}

function valueOf(digits: string): number {
  return Number(digits.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)));
}
