/**
 * The marks of Hebrew acronyms (צה״ל).
 *
 * `style`: the mark is the one that the policy names. A quotation mark is never rewritten, nor one that may be either
 * (`ב"ה`): `language/quotation-marks.ts` tells them apart.
 * `pos`: the mark stands before the last letter of the acronym, whatever ending follows: מנכ״לים, דו״חות, not מנכ״לבות.
 */
import type { Policy } from '../policy.ts';
import type { SegmentCheck } from './check.ts';
import { marksOf } from './marks-of.ts';
import { mention, replacement } from './matches.ts';

const markOf: Readonly<Record<Policy['gershayim'], string>> = { gershayim: '״', quotes: '"' };

export const heGershayimStyle: SegmentCheck = {
  id: 'he.gershayim-style',
  severity: 'style',
  to: ['he'],
  scope: 'segment',
  find: ({ target, policy }) => {
    const proposed = markOf[policy.gershayim];
    return marksOf(target)
      .gershayim.filter(({ text, reading }) => reading === 'acronym' && text !== proposed)
      .map(({ start, text }) => replacement(start, text, proposed));
  },
};

export const heGershayimPos: SegmentCheck = {
  id: 'he.gershayim-pos',
  severity: 'warning',
  to: ['he'],
  scope: 'segment',
  find: ({ target }) =>
    marksOf(target).gershayim.flatMap(({ start, text, reading, before, after }) =>
      reading === 'misplaced' ? [mention(start - before.length, before + text + after)] : [],
    ),
};
