/**
 * Arabic punctuation in Hebrew: what a machine for the wrong language leaves, or a paste. Not within a quotation in
 * Arabic: a mark that stands against an Arabic letter is that text's own.
 */
import type { SegmentCheck } from './check.ts';
import { replaced } from './matches.ts';

const arabicMark = /(?<![\p{sc=Arabic}&&[\p{L}\p{M}\p{N}]]["»\)]?)[،؛؟٪]/gv;
const hebrewMark: ReadonlyMap<string, string> = new Map([
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  ['٪', '%'],
]);

export const heArabicPunct: SegmentCheck = {
  id: 'he.arabic-punct',
  severity: 'error',
  to: ['he'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target }) => replaced(target.text, arabicMark, hebrewMark),
};
