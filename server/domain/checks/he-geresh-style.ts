/**
 * The geresh of foreign sounds (ג׳נין, סנדוויץ׳) and of abbreviations (פרופ׳, כיתה ב׳) is the mark that the policy
 * names. An apostrophe that may close a quotation ('קולג') or open one after a clitic (ו'ליכוד') is left alone.
 */
import { hebrewPrefixes } from '../language/clitics.ts';
import type { Policy } from '../policy.ts';
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const markOf: Readonly<Record<Policy['gershayim'], string>> = { gershayim: '׳', quotes: "'" };

const mark = "['‘’‛′´`׳]";
/** One mark after a Hebrew word (1), and the letter that may follow (2). */
const marked = new RegExp(`${mark}(?<=([[\\p{sc=Hebrew}&&\\p{L}]\\p{M}]{1,48})${mark})(?!${mark})(?=(\\p{L}?))`, 'gv');
/** A single mark that opens a quotation, perhaps after clitics. */
const opening = /(?<![\p{L}\p{M}\p{N}])(?:[ושהכלבמ]{1,3})?['‘’](?=[\p{L}\p{N}])/u;
const foreignWithin = /[גזצץתחעודט]$/u;
const foreignAtEnd = /.[גזצץ]$/u;
const abbreviation =
  /^[ושהכלבמ]{0,2}(?:[א-ת]|פרופ|גב|מס|עמ|רח|שד|טל|וכד|וכו|סע|אונ|מח|חוב|נק|שכ|אינג|אדר|רס|לפנה|אח|מע|תח|הוצ|מהד)$/u;

export const heGereshStyle: SegmentCheck = {
  id: 'he.geresh-style',
  severity: 'style',
  to: ['he'],
  scope: 'segment',
  find: ({ target: { text }, policy }) => {
    const proposed = markOf[policy.gershayim];
    const quotedFrom = text.search(opening);
    return eachMatch(text, marked, ({ 0: found, 1: letters = '', 2: next = '', index }) => {
      const mayQuote = quotedFrom >= 0 && quotedFrom < index;
      const isOther = found !== proposed && isGeresh(letters.replace(/\p{M}/gu, ''), next, mayQuote);
      return isOther ? replacement(index, found, proposed) : undefined;
    });
  },
};

function isGeresh(letters: string, next: string, mayQuote: boolean): boolean {
  if (/\p{sc=Hebrew}/u.test(next)) return foreignWithin.test(letters) && !hebrewPrefixes.has(letters);
  return next === '' && !mayQuote && (abbreviation.test(letters) || foreignAtEnd.test(letters));
}
