/**
 * Texts as they are searched: case, niqqud, tashkeel, tatweel, quotation marks and letter shapes count for nothing
 * (`fold.ts`), and neither do codes: `the report` is found in `the <1>report</1>`. Thousands of texts are searched while
 * somebody types, so a text is folded word by word: its words are few and kept. Where in a text something stands,
 * `folded-matches.ts` says.
 */
import { withoutCodes, type Codes } from '../content.ts';
import { fold } from './fold.ts';

/** The words of many long documents; past the bound they are folded anew. */
const mostWords = 200_000;
const words = new Map<string, string>();

/** A text as it is searched: a text holds another where it includes it, both made searchable. */
export function searchable(text: string, codes: Codes = {}): string {
  return withoutCodes(text, codes).replace(/\S+/gu, foldedWord).replace(/\s+/gu, ' ');
}

function foldedWord(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  const folded = fold(word, 2).text;
  if (words.size < mostWords) words.set(word, folded);
  return folded;
}
