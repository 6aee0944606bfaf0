/** What attributes of XLIFF may hold: each kind of value with the words that a reason says of it. */

export interface ValueKind {
  readonly admits: (value: string) => boolean;
  /** Ends “the value of x is not …”. */
  readonly says: string;
}

const nameCharacters =
  /^[:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}\-.0-9]+$/u;

/** BCP 47, well-formed: language, script, region, variants, extensions, private use. */
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/iu;

/** `authority:value`. */
const prefixed = /^[^\s:]+:\S(?:.*\S)?$/u;

export const text: ValueKind = { admits: () => true, says: 'a text' };
export const nmtoken = kind(nameCharacters, 'an NMTOKEN (letters, digits, and . - _ : only)');
export const nmtokens: ValueKind = {
  admits: (value) => value.trim() !== '' && value.trim().split(/\s+/u).every(nmtoken.admits),
  says: 'a list of NMTOKENs, with white space between them',
};
export const language = kind(languageTag, 'a language tag of BCP 47');
export const positive = kind(/^0*[1-9][0-9]*$/u, 'a whole number from 1');
export const percentage: ValueKind = {
  admits: (value) => /^[0-9]+(?:\.[0-9]+)?$/u.test(value) && Number(value) <= 100,
  says: 'a number from 0 to 100',
};
export const authority = kind(prefixed, 'of the form authority:value');
export const restriction = kind(/^(?:\*|[0-9]+|[0-9]+,(?:[0-9]+|\*))$/u, 'of the form *, n, n,m or n,*');
export const yesNo = oneOf('yes', 'no');
export const direction = oneOf('ltr', 'rtl', 'auto');

/** One of these words and nothing else. */
export function oneOf(...words: readonly string[]): ValueKind {
  return { admits: (value) => words.includes(value), says: `one of ${words.join(', ')}` };
}

/** One of these words, or a value of somebody's own as `authority:value`. */
export function oneOfOrOwn(...words: readonly string[]): ValueKind {
  return {
    admits: (value) => words.includes(value) || prefixed.test(value),
    says: `one of ${words.join(', ')}, nor of the form authority:value`,
  };
}

function kind(pattern: RegExp, says: string): ValueKind {
  return { admits: (value) => pattern.test(value), says };
}
