/**
 * `punct.doubled`: one mark of wonder twice where the source has none twice: `!!`, `??`. Three and more are meant, and
 * `?!` is one expression.
 */
import type { SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const twice = /(?<![!?؟])([!?؟])\1(?![!?؟])/gu;
const many = /[!?؟]{2}/u;

export const punctDoubled: SegmentCheck = {
  id: 'punct.doubled',
  severity: 'info',
  scope: 'segment',
  find: ({ source, target }) =>
    many.test(source.text)
      ? []
      : eachMatch(target.text, twice, ({ 0: found, 1: mark = '', index }) => replacement(index, found, mark)),
};
