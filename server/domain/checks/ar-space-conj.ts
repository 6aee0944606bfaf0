/**
 * “And” is one letter in Arabic, written together with the next word: وقال, not و قال. A letter that stands for itself
 * (حرف و, أ و ب) is left alone, and so is one before a number or a quotation, where careful writers leave a space too.
 */
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

/** The conjunction, the space, and the word that it belongs to (1). */
const apart =
  /(?<![\p{L}\p{M}\p{N}ـ'’\-\/]|حرف\s|(?<![\p{L}\p{M}])\p{L}\s)و[^\S\n]{1,8}(?=([[\p{sc=Arabic}&&\p{L}]\p{M}]{2,40}))/gv;

export const arSpaceConj: SegmentCheck = {
  id: 'ar.space-conj',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) =>
    eachMatch(target.text, apart, ({ 0: found, 1: word = '', index }) => replacement(index, found + word, `و${word}`)),
};
