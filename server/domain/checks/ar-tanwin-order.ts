/**
 * Where ـًا carries its mark: on the letter before the alef (شكرًا) or on the alef (شكراً). Both are read, and a text
 * keeps to the policy's. A word without such an alef (مساءً, فتىً) has nothing to choose.
 */
import { composed } from '../language/compose.ts';
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const tanwin = '\u064B';
/** The marks of the letter before the alef (1). No letter has more than a few. */
const onAlef = /(?<=\p{L})(\p{M}{0,4})ا\u064B/gu;
const beforeAlef = /(?<=\p{L})(\p{M}{0,3}\u064B\p{M}{0,3})ا(?![\p{L}\p{M}])/gu;

export const arTanwinOrder: SegmentCheck = {
  id: 'ar.tanwin-order',
  severity: 'style',
  to: ['ar'],
  scope: 'segment',
  find: ({ target, policy }) => {
    const isBefore = policy.tanwin === 'before-alef';
    return eachMatch(target.text, isBefore ? onAlef : beforeAlef, ({ 0: found, 1: marks = '', index }) =>
      replacement(index, found, isBefore ? `${composed(marks + tanwin)}ا` : `${marks.replace(tanwin, '')}ا${tanwin}`),
    );
  },
};
