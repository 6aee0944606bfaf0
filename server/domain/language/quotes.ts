/**
 * Quotation marks that point the wrong way in English text: `as ”incidental damage“ and`, `“divide and rule‘’`.
 * Writers do this often (a keyboard of another language, a paste), people read over it and machines do not.
 *
 * Only a clean copy is made, for what is sent to a machine; the stored text keeps every mark as it was written. A mark
 * is judged by its neighbours:
 *
 *   opens    after the start, a space, an opening bracket or a dash, unless a space or a closing mark follows
 *   closes   before the end, a space or a closing mark, unless it comes after one of those
 *   else     closes what is open; with nothing open, a loose mark goes by its shape and one between letters opens
 *
 * Not managed: a quotation inside another in the same kind of marks (`“a “b” c”`) reads as two in a row. Single marks
 * around names (‘Likud’), apostrophes and elisions (’48) stay as they are.
 */

/**
 * A text with its double marks turned the right way. It comes in pieces, what lies between them (codes) being
 * transparent, and as many come back. A space before a closing mark, after an opening one or inside brackets is dropped,
 * and one is put where a letter is glued to an opening mark.
 */
export function orientQuotes(pieces: readonly string[]): string[] {
  const units = pieces.flatMap((piece, at) => (piece.match(unitLike) ?? []).map((text) => ({ text, at })));
  const turned = turnMarks(units);
  const kept = turned.filter((unit, index) => !isStraySpace(unit, turned[index - 1], turned[index + 1]));
  return pieces.map((_, at) =>
    kept
      .filter((unit) => unit.at === at)
      .map((unit) => (unit.isGlued ? ' ' : '') + unit.text)
      .join(''),
  );
}

/** A mark of an English text, and what it should be. */
export interface TurnedMark {
  readonly start: number;
  readonly text: string;
  /** With a space before it, where a letter is glued to an opening mark. */
  readonly turned: string;
  /** Absent of an elision's apostrophe (’48). */
  readonly role?: 'opening' | 'closing';
}

/** The marks of one English text, each with its right shape: what `orientQuotes` would write, in place. Masks are seen through. */
export function turnedMarks(text: string): TurnedMark[] {
  const units = Array.from(text.matchAll(unitLike), ({ 0: unit, index }) => ({
    text: unit,
    at: 0,
    start: index,
  })).filter(({ text: unit }) => unit !== '\uFFFC');
  return turnMarks(units).flatMap(({ text: turned, role, isGlued }, i): TurnedMark[] => {
    const { text: written = '', start = 0 } = units[i] ?? {};
    if (!role && turned === written) return [];
    return [{ start, text: written, turned: (isGlued ? ' ' : '') + turned, ...(role && { role }) }];
  });
}

interface Unit {
  readonly text: string;
  /** The piece it stands in. */
  readonly at: number;
  readonly role?: 'opening' | 'closing';
  readonly isGlued?: boolean;
}

/** A double mark written as two single ones, a run of spaces, or one character. */
const unitLike = /[‘’]’|‘‘|[^\S\n]+|[\s\S]/gu;
const mark = /^(?:[“”„‟"]|[‘’]’|‘‘)$/u;
const openingShape = /[“„‟"]/u;
const opensAfter = /[\s([{—–\-/‘]/u;
const closesBefore = /[\s.,;:!?…)\]}’”—–\-/]/u;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

function turnMarks(units: readonly Unit[]): Unit[] {
  let isOpen = false;
  return units.map((unit, index) => {
    const [before, after, second] = [index - 1, index + 1, index + 2].map((near) => units[near]?.text ?? ' ');
    if (before === undefined || after === undefined) return unit;
    if (unit.text === '‘' && /\d{2}/u.test(`${after}${second}`)) return { ...unit, text: '’' };
    if (!mark.test(unit.text) || isNoQuote(unit.text, before, after, isOpen)) return unit;
    isOpen = opens(unit.text, before, isCutOff(before, after, second) ? (second ?? ' ') : after, isOpen);
    if (!isOpen) return { ...unit, text: '”', role: 'closing' };
    return { ...unit, text: '“', role: 'opening', isGlued: letterOrDigit.test(before) };
  });
}

function opens(text: string, before: string, after: string, isOpen: boolean): boolean {
  const mayOpen = opensAfter.test(before);
  const mayClose = closesBefore.test(after);
  if (mayOpen !== mayClose) return mayOpen;
  if (isOpen) return false;
  return mayOpen ? openingShape.test(text) : true;
}

/** A quotation that begins in the middle of a sentence: `”…and so“`. */
function isCutOff(before: string, after: string, second = ' '): boolean {
  return opensAfter.test(before) && after === '…' && letterOrDigit.test(second);
}

/** A gershayim typed as a quotation mark (צה"ל), or inches. */
function isNoQuote(text: string, before: string, after: string, isOpen: boolean): boolean {
  if (rightToLeft.test(before) && rightToLeft.test(after)) return true;
  return text === '"' && !isOpen && /\p{N}/u.test(before) && closesBefore.test(after);
}

function isStraySpace({ text }: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  if (!/^[^\S\n]/u.test(text) || before === undefined || after === undefined) return false;
  return (
    before.role === 'opening' || after.role === 'closing' || /[([]/u.test(before.text) || /[)\]]/u.test(after.text)
  );
}
