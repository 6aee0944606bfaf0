/**
 * Tokens of human text: the words, spaces and marks that a diff compares, and never less than a whole word. Joined
 * together again they are the text.
 *
 * ICU's word breaker knows that `הָלַךְ`, `צה״ל` and `تُثبّت` are one word each, where a pattern for Latin letters
 * tears them letter by letter. It is nearly right: `units` and `quotedAfterClitic` mend what it gets wrong for readers
 * of Hebrew, Arabic and English. It is also slow, so white space and words of nothing but letters and marks, on which
 * it has nothing to add, are taken as they stand, with the punctuation around them; only the rest goes to it. That the
 * outcome is the same is a test's business (on 3,036 lines of FLORES+).
 */
import type { Locale } from '../locale.ts';

/** White space, with a mark that somebody set on it; or whatever stands between white space. */
const pieces = /\s+[\p{M}\u200C\u200D]*|\S+/gu;

/** The same, white space together with what stands before it. */
const spaced = /\S*\s+[\p{M}\u200C\u200D]*|\S+/gu;

/**
 * A word that needs no asking: letters with their marks, perhaps in brackets or quotation marks, before a comma or a
 * stop, which are a token each. The bounds keep a word of a million letters from the stack.
 */
const punctuated =
  /^([\(\[«“„"]{0,4})((?:[[\p{sc=Latin}\p{sc=Hebrew}\p{sc=Arabic}]&&\p{L}]\p{M}*){1,64})([.,:;!?…،؛؟\)\]»”"]{0,4})$/v;

/**
 * What reads as one although ICU cuts it: a number with its sign, currency and percent (`-5`, `$14.3`, `٪٢٨`, `28%`), a
 * time (`23:35`, `10:00am`) and a date (`7/10/2023`), whose parts a mark would put in another order in a line from right to left, an
 * elided year (`’48`), a word with its slashed gender (`עובדים/ות`). A sign or an apostrophe counts only where
 * nothing readable stands before it: `17-18` is two numbers.
 */
const units = [
  /(?:(?<![\p{L}\p{M}\p{N}])[+\-\u2212])?[\p{Sc}٪]?\p{Nd}+(?:[.,٫٬:/]\p{Nd}+)*(?:[%٪‰\p{Sc}]|[AaPp][Mm])?/uy,
  /(?<![\p{L}\p{M}\p{N}])['‘’]\p{Nd}{2}/uy,
  /[\p{sc=Hebrew}\p{M}]{1,40}\/(?:[יה]?ות|ית|ים|[התין])/uy,
];

/** `ל"ליכוד`: one-letter words before a quotation, which ICU takes for an acronym. One letter after it (`ש"ס`): it is. */
const quotedAfterClitic = /^((?:[ומשהכלב]\p{M}*){1,4})(["״])(\p{sc=Hebrew}.*\p{sc=Hebrew}\p{M}*)$/u;

/**
 * The text cut after white space only, so that a piece is a word with all that stands against it and the space behind
 * it: cheap, and the tokens of the pieces are the tokens of the text.
 */
export function spacedPieces(text: string): string[] {
  return text.match(spaced) ?? [];
}

/** Words, white space and punctuation in the order of the text; concatenated, they are the text. */
export function wordTokens(text: string, locale: Locale): string[] {
  const tokens: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const [, opening = '', word, closing = ''] = punctuated.exec(piece) ?? [];
    if (word !== undefined) tokens.push(...opening.split(''), word, ...closing.split(''));
    else if (/^\s/u.test(piece)) tokens.push(piece);
    else pushTokensOf(piece, locale, tokens);
  }
  return tokens;
}

/** ICU's tokens, mended, of a piece without white space. */
function pushTokensOf(piece: string, locale: Locale, tokens: string[]): void {
  const starts = Array.from(segmenterOf(locale).segment(piece), ({ index }) => index);
  const ends = new Set([...starts, piece.length]);
  let done = 0;
  for (const [i, start] of starts.entries()) {
    if (start < done) continue;
    done = unitEnd(piece, start, ends) ?? starts[i + 1] ?? piece.length;
    const token = piece.slice(start, done);
    tokens.push(...(quotedAfterClitic.exec(token)?.slice(1) ?? [token]));
  }
}

/** Where a unit that starts here ends, if it ends between two of ICU's tokens. */
function unitEnd(piece: string, start: number, ends: ReadonlySet<number>): number | undefined {
  for (const unit of units) {
    unit.lastIndex = start;
    const end = start + (unit.exec(piece)?.[0].length ?? 0);
    if (end > start && ends.has(end)) return end;
  }
  return undefined;
}

const segmenters = new Map<Locale, Intl.Segmenter>();

/** Building a segmenter costs more than using one, so each locale keeps its own. */
function segmenterOf(locale: Locale): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}
