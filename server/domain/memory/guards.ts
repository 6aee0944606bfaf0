/**
 * Guards: what must not differ between a text and the memory's for a match to be kept without a person. A number, a name
 * and a negation are small to the eye and everything to the reader. Two texts of the same language are compared, the one
 * in hand and the one that was translated then; numbers also with the translation itself, because what was approved may
 * have been wrong, and the next text like it is where that shows. (A translation without any number in digits has it in
 * words, or leaves it out, which the checks at approval have seen.)
 *
 * A guard that is wrong costs a machine's draft or a look; one that is silent costs a false sentence in print.
 */
import { withoutCodes, type Content } from '../content.ts';
import { compareNumbers, numbersDiffer } from '../language/numbers/compare.ts';
import { namesDiffer, type NamesIn } from './names.ts';
import { negationsIn } from './negations.ts';
import type { Pair } from './unit.ts';

export const guardNames = ['number', 'name', 'negation'] as const;
export type Guard = (typeof guardNames)[number];

/** What differs between a text and the pair that memory offers for it. */
export function guardsAgainst(source: Content, pair: Pair, ofTermbase?: NamesIn): Guard[] {
  const { from } = pair;
  const [text, before] = [read(source), read(pair.source)];
  const hasChanged = text !== before;
  const differs: Readonly<Record<Guard, boolean>> = {
    number: (hasChanged && haveOtherNumbers(text, before, pair)) || isTranslatedWithOtherNumbers(text, pair),
    name: hasChanged && namesDiffer(text, before, from, ofTermbase),
    negation: hasChanged && negationsIn(text, from) !== negationsIn(before, from),
  };
  return guardNames.filter((guard) => differs[guard]);
}

function read({ text, codes }: Content): string {
  return withoutCodes(text, codes);
}

/** Between two texts of one language even the small ones count: `one` for `two` is another number. */
function haveOtherNumbers(text: string, before: string, { from: locale }: Pair): boolean {
  return numbersDiffer({ text, locale }, { text: before, locale });
}

function isTranslatedWithOtherNumbers(text: string, { from, to, target }: Pair): boolean {
  const translation = read(target);
  if (!/\p{Nd}/u.test(translation)) return false;
  return !compareNumbers({ text, locale: from }, { text: translation, locale: to }).equal;
}
