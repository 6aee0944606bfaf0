/**
 * Text that is damaged or not composed.
 *
 * `surrogate`: half of a character, which no file can hold.
 * `nfc`: a letter and its mark that one character writes (e + ◌́), or a sign that Unicode has twice (Å): such a word equals
 * nothing. The order of marks alone is no fault: everybody types a shadda or a dagesh before the vowel, which NFC puts
 * after it. Hebrew presentation forms, which NFC itself takes apart, are another check's.
 */
import { composed } from '../language/compose.ts';
import type { SegmentCheck } from './check.ts';
import { eachMatch, removal, replacement } from './matches.ts';

export const invSurrogate: SegmentCheck = {
  id: 'inv.surrogate',
  severity: 'error',
  scope: 'segment',
  ofOneSide: 'without-excuse',
  find: ({ target }) =>
    target.text.isWellFormed()
      ? []
      : eachMatch(target.text, /\p{Cs}/gu, ({ 0: found, index }) => removal(index, found)),
};

/** A letter with what is set on it; the parts of a Korean syllable compose as marks do. */
const unit = /\P{M}[\p{M}\u1160-\u11FF]*/gu;
const hebrewForms = /[\uFB1D-\uFB4F]/u;

export const invNfc: SegmentCheck = {
  id: 'inv.nfc',
  severity: 'error',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text } }) =>
    composed(text) === text
      ? []
      : eachMatch(text, unit, ({ 0: found, index }) => {
          const proposed = composed(found);
          return hasSameParts(found, proposed) || hebrewForms.test(found)
            ? undefined
            : replacement(index, found, proposed);
        }),
};

function hasSameParts(a: string, b: string): boolean {
  return a === b || (a.length === b.length && Array.from(a).toSorted().join('') === Array.from(b).toSorted().join(''));
}
