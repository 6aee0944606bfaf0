/**
 * The words of a text as terms see them: folded for matching, with the way back. A hyphen or a maqaf parts words as a
 * space does (`הפסקת־אש`), a gershayim inside a Hebrew word does not (`צה״ל`), and what is masked (a code, an address)
 * belongs to no word and parts none. Not the words of a diff (`language/tokens.ts`): that asks ICU, and keeps what it finds
 * as it is written.
 */
import { isClitics } from '../language/clitics.ts';
import { fold, type Folded } from '../language/fold.ts';
import type { Locale } from '../locale.ts';

export interface FoldedWord {
  readonly text: string;
  /** In the folded text. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** Whether clitics stand before it, set off by a hyphen or a quotation mark: `ב-צה״ל`, `الـ«حزب»`. */
  readonly isAfterClitics: boolean;
}

export interface FoldedText {
  readonly folded: Folded;
  readonly words: readonly FoldedWord[];
}

const word = /[\p{L}\p{M}\p{N}]+(?:(?:"(?=\p{sc=Hebrew})|'(?=\p{L}))[\p{L}\p{M}\p{N}]+)*/gu;
/** A quotation mark is part of a word between Hebrew letters only: `الـ"حزب"` is two words. */
const foreignQuote = /(?<!\p{sc=Hebrew})"/u;
/** Between the words of a term. */
const space = /^\uFFFC*[ \n-]\uFFFC*$/u;
/** Between clitics and their word. */
const joint = /^(?:[-"]|\uFFFC+)$/u;

/** The words of a text in their order. */
export function wordsOfText(text: string, locale: Locale): FoldedText {
  const folded = fold(text, 2);
  const words: FoldedWord[] = [];
  for (const { 0: found, index } of folded.text.matchAll(word)) {
    let start = index;
    for (const part of found.split(foreignQuote)) {
      words.push(wordAt(folded.text, part, start, words.at(-1), locale));
      start += part.length + 1;
    }
  }
  return { folded, words };
}

/** Whether what stands between two words of a text may stand between two words of a term. */
export function isSameGap(ofText: string, ofTerm: string): boolean {
  return ofText === ofTerm || (space.test(ofText) && space.test(ofTerm));
}

function wordAt(text: string, word: string, start: number, before: FoldedWord | undefined, locale: Locale): FoldedWord {
  const gap = before === undefined ? '' : text.slice(before.end, start);
  const isAfterClitics = before !== undefined && gap !== ' ' && joint.test(gap) && isClitics(before.text, locale);
  return { text: word, start, end: start + word.length, gap, isAfterClitics };
}
