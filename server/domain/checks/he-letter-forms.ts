/**
 * The five letters that have another form at the end of a word.
 *
 * `final-form`: ך ם ן ף ץ within a word: a text that was stored from its end to its beginning (םימגרתמ), or two words
 * without their space. An acronym may have one before its mark's letter; two parts of a compound are two words.
 * `nonfinal-end`: כ מ נ צ at the end of a word of three letters and more. Foreign words end in a plain פ (מיקרוסקופ
 * too), and a word that a geresh, a hyphen, a slash, a stop within it or a code follows has not ended.
 */
import type { SegmentCheck } from './check.ts';
import { eachMatch, mention, replacement } from './matches.ts';

const finalWithin = /[ךםןףץ]\p{M}*[א-ת]/u;
const hebrewWord = /[[\p{sc=Hebrew}&&\p{L}]\p{M}]+/gv;

export const heFinalForm: SegmentCheck = {
  id: 'he.final-form',
  severity: 'error',
  to: ['he'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target }) =>
    eachMatch(target.text, hebrewWord, ({ 0: word, index }) =>
      finalWithin.test(word) ? mention(index, word) : undefined,
    ),
};

const medialEnd = /(?<=[א-ת]\p{M}*[א-ת]\p{M}*)[כמנצ](?![\p{L}\p{M}\p{N}'׳’‘`´\-־\u2010\u2011\/\uFFFC]|["״”“.]\p{L})/gv;
const finalOf: ReadonlyMap<string, string> = new Map([
  ['כ', 'ך'],
  ['מ', 'ם'],
  ['נ', 'ן'],
  ['צ', 'ץ'],
]);

export const heNonfinalEnd: SegmentCheck = {
  id: 'he.nonfinal-end',
  severity: 'info',
  to: ['he'],
  scope: 'segment',
  find: ({ target }) =>
    eachMatch(target.text, medialEnd, ({ 0: letter, index }) =>
      replacement(index, letter, finalOf.get(letter) ?? letter),
    ),
};
