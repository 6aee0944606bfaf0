/**
 * The text that numbers are read from: one spelling for all digits, letters, spaces and marks, nothing invisible, and for
 * each of its characters where it stands in the text as written.
 *
 * What is one to us is what folding says (`fold.ts`, level 2), asked once for each character rather than for a whole text:
 * numbers are compared while somebody types, and this is ten times as fast. Spaces of a fixed width stay apart from common
 * ones, because they may stand inside a number.
 */
import { fold, type Span } from '../fold.ts';

export interface Plain {
  readonly text: string;
  /** For each character, the place of the one that it comes from. */
  readonly places: readonly number[];
}

/** A space that does not end a number: `11 400`. */
export const fixedSpace = '\u00A0';
const fixedSpaces = /[\u00A0\u2007-\u2009\u202F]/u;

/** What each UTF-16 unit becomes; filled as they are met. */
const known: string[] = [];

/** A text as numbers are read from it. */
export function plainOf(written: string): Plain {
  const places: number[] = [];
  let text = '';
  let maskedAt = -1;
  for (let i = 0; i < written.length; i += 1) {
    const unit = written.charCodeAt(i);
    const plain = (known[unit] ??= plainUnit(unit));
    if (plain === '') continue;
    if (plain === mask) {
      if (maskedAt === -1 && wordCharacter.test(text.at(-1) ?? '')) maskedAt = i;
      continue;
    }
    if (maskedAt !== -1 && wordCharacter.test(plain)) {
      text += mask;
      places.push(maskedAt);
    }
    maskedAt = -1;
    text += plain;
    for (let n = 0; n < plain.length; n += 1) places.push(i);
  }
  return { text, places };
}

/** What stands for a code is seen through, except where it alone keeps two words or numbers apart (a line break). */
const mask = '\uFFFC';
const wordCharacter = /[\p{L}\p{N}]/u;

/** The span as written of a stretch of the plain text that is not empty. */
export function writtenSpan({ places }: Plain, start: number, end: number): Span {
  return [places[start] ?? 0, (places[end - 1] ?? 0) + 1];
}

/** A word of a table, spelled as in a plain text. */
export function plainWord(word: string): string {
  return plainOf(word).text;
}

/** Half a pair of surrogates stays what it is: no number is written with it. */
function plainUnit(unit: number): string {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return character;
  return fixedSpaces.test(character) ? fixedSpace : fold(character, 2).text;
}
