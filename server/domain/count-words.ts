/**
 * Words as runs of letters, digits and marks of any script, with what joins them inside (צה״ל, don’t, 11,400 is two): an
 * estimate for people, not a unit of billing. Asked for every text of every article that a site shows, so it walks the
 * text once and makes nothing: the pattern that says the same (`tests/domain/count-words.test.ts`) costs ten times that.
 */

const inWord = /^[\p{L}\p{M}\p{N}]$/u;
const joiner = /^['’״"׳.-]$/u;

const [other, word, joins, high] = [0, 1, 2, 3];

/** What each UTF-16 unit is, worked out at the first question; of those that are half a character, the whole is asked. */
const makeKinds = (): Uint8Array =>
  Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    if (unit >= 0xd800 && unit <= 0xdbff) return high;
    const character = String.fromCharCode(unit);
    return inWord.test(character) ? word : joiner.test(character) ? joins : other;
  });

let known: Uint8Array | undefined;

/** How many words a text has. */
export function countWords(text: string): number {
  const kinds = (known ??= makeKinds());
  let count = 0;
  /** What stands before: a word, one joiner after a word, or neither. */
  let before = other;
  for (let at = 0; at < text.length; at += 1) {
    let kind = kinds[text.charCodeAt(at)] ?? other;
    if (kind === high) {
      kind = inWord.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? word : other;
      if (text.codePointAt(at) !== text.charCodeAt(at)) at += 1;
    }
    if (kind === word && before === other) count += 1;
    before = kind === joins && before !== word ? other : kind;
  }
  return count;
}
