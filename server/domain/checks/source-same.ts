/**
 * Text that was never translated.
 *
 *   source.same   the target is the source, letter for letter. Let stand: one or two words (a name), numbers, code
 *   untranslated  in a Hebrew or Arabic text of five words or more, over two fifths of the letters are Latin
 *
 * Words that a house keeps in Latin letters are common, so what is counted is the whole text's share; an exact copy is
 * told once, by the first of the two.
 */
import type { SegmentCheck, Found } from './check.ts';
import type { Subject } from './subject.ts';

const fewestWords = 3;

export const sourceSame: SegmentCheck = {
  id: 'source.same',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => (isCopy(subject) ? [{ spans: [] }] : []),
};

function isCopy({ source, target }: Subject): boolean {
  return (
    source.locale !== target.locale &&
    source.raw.trim() === target.raw.trim() &&
    target.words.filter(({ text }) => /\p{L}/u.test(text)).length >= fewestWords
  );
}

const fewestForShare = 5;
const largestShare = 0.4;

export const untranslated: SegmentCheck = {
  id: 'untranslated',
  severity: 'warning',
  to: ['he', 'ar'],
  scope: 'segment',
  find: (subject): Found[] => {
    const { text, words } = subject.target;
    const latin = countOf(text, /\p{sc=Latin}/gu);
    if (latin === 0 || latin <= largestShare * countOf(text, /\p{L}/gu)) return [];
    return words.length < fewestForShare || isCopy(subject) ? [] : [{ spans: [] }];
  },
};

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
