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

/** The format characters that Unicode draws: Arabic number signs and the like. */
const invisible = /[\u00A0\u202F\u0640[\p{Cf}--[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]]/gv;

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

const tatweel = '\u0640';

/** The invisible characters of a text, in its order. */
export function visibleMarks(text: string): VisibleMark[] {
  return Array.from(text.matchAll(invisible), ({ 0: character, index }) => ({
    from: index,
    to: index + character.length,
    sign: character === tatweel ? '' : (signs[character] ?? codePoint(character)),
    look: character === tatweel ? 'underline' : 'sign',
  }));
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
