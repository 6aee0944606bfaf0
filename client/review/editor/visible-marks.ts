/**
 * What stands in a text and shows nothing, and the sign that is drawn for it when somebody wants to see. The signs are
 * drawn over the text by the style sheet, never in it: a sign that took room inside an Arabic word would tear its letters
 * apart.
 */

export interface VisibleMark {
  readonly from: number;
  readonly to: number;
  readonly sign: string;
  /** How it is drawn. */
  readonly look: 'sign' | 'underline';
}

const tatweel = '\u0640';

/** Tatweels; or what shows nothing: all format characters but those that Unicode draws, Arabic number signs and the like. */
const invisible = /\u0640+|[\u00A0\u202F[\p{Cf}--[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]]+/gv;

const signs: Readonly<Record<string, string>> = {
  '\u200E': '⊢',
  '\u200F': '⊣',
  '\u061C': '⊣ع',
  '\u2066': '[→',
  '\u2067': '[←',
  '\u2068': '[',
  '\u2069': ']',
  '\u00A0': '°',
  '\u202F': '°',
  '\u200C': '|',
  '\u200D': '+',
};

/** The invisible characters of a text, in its order. Those that touch have one sign, or each would hide the next. */
export function visibleMarks(text: string): VisibleMark[] {
  return Array.from(text.matchAll(invisible), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    sign: found.startsWith(tatweel) ? '' : Array.from(found, signOf).join(''),
    look: found.startsWith(tatweel) ? 'underline' : 'sign',
  }));
}

function signOf(character: string): string {
  return signs[character] ?? codePoint(character);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
