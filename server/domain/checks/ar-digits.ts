/**
 * The digits of an Arabic text: Persian ones never, and of the other two sets the policy's. A text that has both reads as
 * if two people had written it, so that is a warning where the wrong set alone is a matter of style.
 */
import { numeralsOf, writtenIn, type Numeral } from './arabic-numerals.ts';
import type { DocumentCheck, Found, SegmentCheck } from './check.ts';
import { mention, replacement } from './matches.ts';
import type { Subject } from './subject.ts';

export const arPersianDigits: SegmentCheck = {
  id: 'ar.persian-digits',
  severity: 'error',
  to: ['ar'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target, policy }) =>
    numeralsOf(target.text)
      .filter(({ set }) => set === 'persian')
      .map(({ text, start }) => replacement(start, text, writtenIn(policy.digits, text))),
};

export const arDigitsPolicy: SegmentCheck = {
  id: 'ar.digits-policy',
  severity: 'style',
  to: ['ar'],
  scope: 'segment',
  find: (subject) => foreign(subject).map(({ text, start }) => mended(subject, text, start)),
};

export const arDigitsMixed: DocumentCheck = {
  id: 'ar.digits-mixed',
  severity: 'warning',
  to: ['ar'],
  scope: 'document',
  ofOneSide: true,
  find: (subjects) => {
    const sets = new Set(subjects.flatMap(({ target }) => numeralsOf(target.text).map(({ set }) => set)));
    if (!sets.has('mixed') && !(sets.has('latn') && sets.has('arab'))) return [];
    return subjects.flatMap((subject, at) => {
      const numerals = foreign(subject);
      const spans = numerals.map(({ text, start }) => mention(start, text).spans).flat();
      const found = numerals.map(({ text }) => text).join(' ');
      return numerals.length > 0 ? [{ at, spans, params: { found } }] : [];
    });
  },
};

/** Numbers in the other set than the policy's, or in both at once. */
function foreign({ target, policy }: Subject): Numeral[] {
  return numeralsOf(target.text).filter(({ set }) => set !== 'persian' && set !== policy.digits);
}

function mended({ policy }: Subject, text: string, start: number): Found {
  return replacement(start, text, writtenIn(policy.digits, text));
}
