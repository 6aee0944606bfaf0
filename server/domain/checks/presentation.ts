/**
 * Presentation forms: characters for the shapes of letters, which a PDF gives away when copied and some keyboards send
 * (U+FEFB for lam-alef). They look right and equal nothing. The signs that are one character on purpose stay: ﷺ ﷲ ﷼ ﴾ ﴿
 * and their like. Only these blocks are folded (NFKC), with the points that stand on them, nothing else of the text.
 */
import { composed } from '../language/compose.ts';
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const arabicForms =
  /[[\uFB50-\uFDCE\uFDF0-\uFDF9\uFE70-\uFEFC]--[\uFD3E-\uFD4F\uFDF2]][[\uFB50-\uFDCE\uFDF0-\uFDF9\uFE70-\uFEFC\p{M}]--[\uFD3E-\uFD4F\uFDF2]]*/gv;
const hebrewForms = /[\uFB1D\uFB1F-\uFB4F][\uFB1D-\uFB4F\p{M}]*/gu;

export const arPresentation: SegmentCheck = presentation('ar', arabicForms);
export const hePresentation: SegmentCheck = presentation('he', hebrewForms);

function presentation(locale: 'ar' | 'he', forms: RegExp): SegmentCheck {
  return {
    id: `${locale}.presentation`,
    severity: 'error',
    to: [locale],
    scope: 'segment',
    ofOneSide: true,
    find: ({ target }) =>
      eachMatch(target.text, forms, ({ 0: found, index }) => {
        const proposed = plain(found);
        return proposed === found ? undefined : replacement(index, found, proposed);
      }),
  };
}

/** The form of a mark that stands alone has a space or a stroke under it, which is not wanted. */
function plain(forms: string): string {
  return composed(composed(forms, 'NFKD').replace(/[ ـ](?=\p{M})/gu, ''));
}
