/**
 * Text that was never translated.
 *
 *   source.same   the target is the source, letter for letter. Let stand: one or two words (a name), numbers, code
 *   untranslated  in a Hebrew or Arabic text of five words or more, over two fifths of the letters are Latin
 *
 * Words that a house keeps in Latin letters are common, so what is counted is the whole text's share, without the terms
 * that the termbase keeps; an exact copy is told once, by the first of the two.
 */
import type { SegmentCheck } from './check.ts';
import type { Subject } from './subject.ts';

const fewestWords = 3;

export const sourceSame: SegmentCheck = {
  id: 'source.same',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => (isCopy(subject) ? [{ spans: [] }] : []),
};

function isCopy(subject: Subject): boolean {
  const { source, target } = subject;
  return (
    source.locale !== target.locale &&
    source.raw.trim() === target.raw.trim() &&
    countOf(withoutKept(subject), /\p{L}[\p{L}\p{M}\p{N}'’״"-]*/gu) >= fewestWords
  );
}

const fewestForShare = 5;
const largestShare = 0.4;

export const untranslated: SegmentCheck = {
  id: 'untranslated',
  severity: 'warning',
  to: ['he', 'ar'],
  scope: 'segment',
  find: (subject) => {
    const { text } = subject.target;
    if (!isLatin(text) || wordsIn(text) < fewestForShare || isCopy(subject)) return [];
    return isLatin(withoutKept(subject)) ? [{ spans: [] }] : [];
  },
};

/** As people count them: a clitic with its maqaf is no word. */
function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}

function isLatin(text: string): boolean {
  const latin = countOf(text, /\p{sc=Latin}/gu);
  return latin > 0 && latin > largestShare * countOf(text, /\p{L}/gu);
}

/** The target's text without what the termbase says is never translated. */
function withoutKept({ target: { text, locale }, terms }: Subject): string {
  const kept =
    terms?.findTerms(text, locale).filter(({ term, isForbidden }) => term.isKept === true && !isForbidden) ?? [];
  return kept.reduceRight((rest, { span }) => rest.slice(0, span[0]) + rest.slice(span[1]), text);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
