/**
 * A double quotation mark without its partner. Gershayim, apostrophes, elisions and inches are no such marks
 * (`language/quotation-marks.ts`). A quotation of several paragraphs opens each of them and closes the last: a mark that
 * opens the text may stand alone where the source begins so too.
 */
import type { SegmentCheck } from './check.ts';
import { marksOf } from './marks-of.ts';
import { mention } from './matches.ts';
import type { Side } from './subject.ts';

export const quoteUnbalanced: SegmentCheck = {
  id: 'quote.unbalanced',
  severity: 'warning',
  scope: 'segment',
  ofOneSide: true,
  find: ({ source, target }) => {
    const { strays } = marksOf(target);
    const begun = goesOnFromHere(target) && goesOnFromHere(source) ? 1 : 0;
    return strays.slice(begun).map(({ start, text }) => mention(start, text));
  },
};

/** It begins with a mark that it does not close. */
function goesOnFromHere(side: Side): boolean {
  const [first] = marksOf(side).strays;
  return first?.role === 'opening' && !/[^\s\uFFFC]/u.test(side.text.slice(0, first.start));
}
