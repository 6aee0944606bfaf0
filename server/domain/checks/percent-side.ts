/**
 * The percent sign stands directly after its number, in memory as on paper, whatever the screen shows: Hebrew and Arabic
 * write 28%, and an Arabic reader sees %28 of the same text. In Arabic the sign goes with the digits: 28% or ٢٨٪.
 */
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const number = String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`;
/** What belongs to no word: direction marks may stand between a number and its sign. */
const marks = String.raw`[\u200E\u200F\u061C]{0,2}`;
const beforeNumber = String.raw`(?<![\p{Nd}%٪][\u200E\u200F\u061C\s]{0,3})(?<early>[%٪])${marks}[ ]?(?<of>${number})(?!${marks}[ ]?[%٪\p{Nd}])`;
/** Begun at a number's beginning only, so that a long one is read once. */
const afterNumber = String.raw`(?<!\p{Nd}[.,٫٬]?)(?<number>${number})(?<gap>${marks}[ ]?${marks})(?<sign>[%٪])`;
const percent = new RegExp(`${beforeNumber}|${afterNumber}`, 'gu');

export const numPercentSide: SegmentCheck = {
  id: 'num.percent-side',
  severity: 'warning',
  to: ['he', 'ar'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target }) =>
    eachMatch(target.text, percent, ({ 0: found, index, groups = {} }) => {
      const { early, of = '', number: before = '', gap = '' } = groups;
      const proposed =
        early === undefined
          ? before + gap.replace(' ', '') + signFor(before, target.locale)
          : of + signFor(of, target.locale);
      return proposed === found ? undefined : replacement(index, found, proposed);
    }),
};

function signFor(digits: string, locale: string): string {
  if (locale !== 'ar') return '%';
  return /[0-9]/u.test(digits) ? '%' : '٪';
}
