/**
 * Arabic text has its own comma, semicolon and question mark; beside the key of the Arabic comma lies the Latin one.
 *
 * `comma`: a Latin comma or semicolon that touches an Arabic letter or comes before an Arabic word. Not within a number
 * (7,5), nor between words in Latin letters.
 * `question`: a Latin question mark, where the last letter before it is Arabic. Not after a name in Latin letters, an
 * address or a code, which may be what it belongs to.
 */
import type { SegmentCheck } from './check.ts';
import { replaced } from './matches.ts';

const latinComma =
  /[,;](?:(?<=[[\p{sc=Arabic}&&\p{L}]\p{M}ـ]["'»”’\)\]….\uFFFC]{0,16}[^\S\n]?[,;])|(?=[^\S\n]{0,2}["'«“‘\(\[\uFFFC]{0,16}[\p{sc=Arabic}&&\p{L}]))/gv;
const latinQuestion = /\?(?<=[\p{sc=Arabic}&&\p{L}][^\p{L}\uFFFC\u200E]{0,64}\?)/gv;
const arabicMark: ReadonlyMap<string, string> = new Map([
  [',', '،'],
  [';', '؛'],
  ['?', '؟'],
]);

export const arComma: SegmentCheck = {
  id: 'ar.comma',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => replaced(target.text, latinComma, arabicMark),
};

export const arQuestion: SegmentCheck = {
  id: 'ar.question',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => replaced(target.text, latinQuestion, arabicMark),
};
