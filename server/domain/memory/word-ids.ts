/**
 * The words of texts as numbers: what a fuzzy match compares. A word is a token of `language/tokens.ts` with a letter or
 * a digit in it, folded at level 2: niqqud, tashkeel, case, final letters, ya and alef maqsura, ta marbuta and ha, hamza
 * carriers are orthography, and a text that differs in them alone is as good as the same (98, and the difference is
 * shown). Level 1 would count each of them as a changed word. Codes are no words.
 *
 * A text is cut into its pieces after white space, and what a piece's words are is remembered: pieces come again and
 * again, and the tokens of the pieces are the tokens of the text, so nothing but time is saved. (A pattern on the folded
 * text would be as quick, and would have had to agree with the word breaker on `צה״ל` and `ל"ליכוד`.) A piece that is a
 * known folded word of nothing but letters need not be remembered: it is one token, and folding it again changes nothing.
 */
import { fold } from '../language/fold.ts';
import { spacedPieces, wordTokens } from '../language/tokens.ts';
import type { Locale } from '../locale.ts';

/** A word that no text has. */
export const unknownWord = -1;

export interface WordIds {
  /** The words of a text; new ones get the next numbers. */
  learn(text: string): readonly number[];
  /** The same, learning nothing: `unknownWord` stands for each word that was never learnt. */
  recall(text: string): readonly number[];
  /** The words in which a folded stretch of letters occurs: the stretch itself, with prefixes, or inside others. */
  holding(letters: string): number[];
  readonly size: number;
}

/** The folded words of a text in their order, by the rule above. */
export function memoryWords(text: string, locale: Locale): string[] {
  return spacedPieces(text.replace(codes, codeGap)).flatMap((piece) => wordsOfPiece(piece, locale));
}

export function createWordIds(locale: Locale): WordIds {
  /** Of nothing but letters, and the others. */
  const plain = new Map<string, number>();
  const marked = new Map<string, number>();
  let size = 0;
  /** Most pieces are one word, and a number is smaller than a list of one. */
  const pieces = new Map<string, number | readonly number[]>();

  const idOf = (word: string): number | undefined => plain.get(word) ?? marked.get(word);

  function numbered(word: string): number {
    const known = idOf(word);
    if (known !== undefined) return known;
    (letters.test(word) ? plain : marked).set(word, size);
    size += 1;
    return size - 1;
  }

  function learnPiece(piece: string): number | readonly number[] {
    const learnt = wordsOfPiece(piece, locale).map(numbered);
    const [only] = learnt;
    const kept = only !== undefined && learnt.length === 1 ? only : learnt;
    if (pieces.size >= mostPieces) pieces.clear();
    if (piece.length <= longestPiece && !plain.has(piece)) pieces.set(piece, kept);
    return kept;
  }

  const recallPiece = (piece: string): readonly number[] =>
    wordsOfPiece(piece, locale).map((word) => idOf(word) ?? unknownWord);

  function idsOf(text: string, otherwise: (piece: string) => number | readonly number[]): number[] {
    const found: number[] = [];
    for (const piece of piecesOf(text.includes('<') ? text.replace(codes, codeGap) : text)) {
      const of = plain.get(piece) ?? pieces.get(piece) ?? otherwise(piece);
      if (typeof of === 'number') found.push(of);
      else for (const id of of) found.push(id);
    }
    return found;
  }

  return {
    learn: (text) => idsOf(text, learnPiece),
    recall: (text) => idsOf(text, recallPiece),
    holding: (letters) =>
      [plain, marked].flatMap((known) =>
        Array.from(known).flatMap(([word, id]) => (word.includes(letters) ? [id] : [])),
      ),
    get size() {
      return size;
    },
  };
}

/** What the word breaker leaves whole (`tokens.ts`). */
const letters = /^[[\p{sc=Latin}\p{sc=Hebrew}\p{sc=Arabic}]&&\p{L}]{1,64}$/v;

/** Of the pieces of a large memory, nearly all; past it they are learnt anew. */
const mostPieces = 2 ** 18;
/** Longer ones are seldom met again, and an engine may keep the whole text alive for a part of it. */
const longestPiece = 24;

/** Without the white space between them, of which no word is made; nearly every text has but spaces. */
function piecesOf(text: string): string[] {
  return otherSpace.test(text) ? spacedPieces(text).map((piece) => piece.trimEnd()) : text.split(' ');
}

/** Or a mark that is set on one: the pattern of `tokens.ts` knows where that is cut. */
const otherSpace = /[^\S ]| [\p{M}\u200C\u200D]/u;

/** Declared or not: units from outside declare none, and a number in angle brackets is no word of anybody's. */
const codes = /<(\/?)\d{1,6}(\/?)>/gu;
const codeGap = (_code: string, _close: string, alone: string): string => (alone === '' ? '' : ' ');

function wordsOfPiece(piece: string, locale: Locale): string[] {
  return wordTokens(piece, locale)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .map((token) => fold(token, 2).text)
    .filter((word) => word !== '');
}
