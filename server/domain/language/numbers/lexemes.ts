/** What of a plain text can say a number: tokens of digits and words of the lexicon. All other words fall between them. */
import { digitTokens } from './digits.ts';
import { numberWord, type NumberWord } from './lexicon.ts';

/** One of them: without a `word` it is a token of digits. */
export interface Lexeme {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word?: NumberWord;
}

const tokens = new RegExp(String.raw`(?<digits>${digitTokens})|\p{L}+`, 'gu');

/** In the order of the text. */
export function lexemesOf(plain: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const { 0: text, index: start, groups } of plain.matchAll(tokens)) {
    const end = start + text.length;
    const word = groups?.['digits'] === undefined ? numberWord(text) : undefined;
    if (word) lexemes.push({ text, start, end, word });
    else if (groups?.['digits'] !== undefined) lexemes.push({ text, start, end });
  }
  return lexemes;
}
