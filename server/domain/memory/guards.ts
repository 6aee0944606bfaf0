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
import { fold } from '../language/fold.ts';
import { namesIn, type NamesIn } from './names.ts';
import { negationsIn } from './negations.ts';
import type { Pair } from './unit.ts';

export const guardNames = ['number', 'name', 'negation'] as const;
export type Guard = (typeof guardNames)[number];

/** What differs between a text and the pair that memory offers for it. */
export function guardsAgainst(source: Content, pair: Pair, ofTermbase?: NamesIn): Guard[] {
  const text = read(source);
  const [before, target] = [read(pair.source), read(pair.target)];
  const differs: Readonly<Record<Guard, boolean>> = {
    number: !haveSameDigits(text, before) || (hasDigits(target) && !haveSameDigits(text, target)),
    name: text !== before && !areSame(namesIn(text, pair.from, ofTermbase), namesIn(before, pair.from, ofTermbase)),
    negation: text !== before && negationsIn(text, pair.from) !== negationsIn(before, pair.from),
  };
  return guardNames.filter((guard) => differs[guard]);
}

function read({ text, codes }: Content): string {
  return withoutCodes(text, codes);
}

const digits = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** The same digits, in whatever order and script; what parts thousands and decimals differs by language. */
function haveSameDigits(one: string, other: string): boolean {
  return areSame(digitsIn(one), digitsIn(other));
}

function hasDigits(text: string): boolean {
  return digitsIn(text).length > 0;
}

function digitsIn(text: string): string[] {
  return Array.from(fold(text, 0).text.matchAll(digits), ([number]) => number.replace(/[.,]/gu, '')).toSorted();
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
