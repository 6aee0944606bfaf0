/**
 * Addresses in a text: what a reader would click, `https://…`, `www.…` and e-mail. Where one ends is a judgement: the
 * full stop, comma or quotation mark after it belongs to the sentence, and a closing bracket does unless one was opened
 * inside (`/Tel_Aviv_(disambiguation)`). A dot or bracket in front of a space is thus never the address's.
 *
 * An e-mail's name is Latin, so that a Hebrew or Arabic word before it is not swallowed. Invisible marks inside an
 * address are part of what is found, for somebody has to be told of them.
 */
export interface Address {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const addressLike =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”\uFFFC]+|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const trailing = /[.,;:!?…،؛؟)\]'’״׳\u061C\u200E\u200F\u202C\u2066-\u2069]/u;

/** The addresses of a text, in order. */
export function addressesIn(text: string): Address[] {
  return Array.from(text.matchAll(addressLike), ({ 0: found, index }) => {
    const end = endOf(found);
    return { text: found.slice(0, end), start: index, end: index + end };
  });
}

/** Without the punctuation after it. Brackets are counted once, for a text may end in thousands. */
function endOf(found: string): number {
  let unopened = found.split(')').length - found.split('(').length;
  let end = found.length;
  for (; end > 0 && trailing.test(found[end - 1] ?? ''); end -= 1) {
    if (found[end - 1] !== ')') continue;
    if (unopened <= 0) break;
    unopened -= 1;
  }
  return end;
}
