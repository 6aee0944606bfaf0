/**
 * Names in a text, as far as writing tells: for comparing two texts of the same language. In English a word with a
 * capital letter, in Hebrew and Arabic a run of Latin letters, which is a name more often than not; everywhere what the
 * termbase has as a person, place or organisation, which the caller finds (`NamesIn`).
 *
 * A word that begins a sentence has its capital anyway, so it may be a name and may be none: it stands for the same name
 * elsewhere in the other text (`Dana came` for `When Dana came`), and differs from nothing by itself (`Fire rescue`,
 * `Rescue`). Days and months are no names: dates are read as numbers.
 */
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
import { sentencesOf } from '../language/sentences.ts';
import { wordTokens } from '../language/tokens.ts';
import { createTermIndex } from '../terms/term-index.ts';
import type { Term } from '../terms/term.ts';

/** The names of the termbase that a text has, each as often as it stands there. */
export type NamesIn = (text: string, locale: Locale) => readonly string[];

const known = new WeakMap<readonly Term[], NamesIn>();

/** Finds the people, places and organisations of a termbase, whichever editions they are for. Made ready once. */
export function namesOfTermbase(terms: readonly Term[]): NamesIn {
  const ready = known.get(terms);
  if (ready) return ready;
  const index = createTermIndex(terms.flatMap((term) => (term.kind === 'term' ? [] : [everywhere(term)])));
  const find: NamesIn = (text, locale) => index.findTerms(text, locale).map(({ term }) => term.id);
  known.set(terms, find);
  return find;
}

function everywhere({ documentId: _documentId, ...term }: Term): Term {
  return term;
}

const calendar = new Set(
  (
    'sunday monday tuesday wednesday thursday friday saturday sundays mondays tuesdays wednesdays thursdays fridays saturdays ' +
    'january february march april may june july august september october november december'
  ).split(' '),
);

const latinRun = /\p{sc=Latin}[\p{sc=Latin}\p{M}\p{N}.\-’']*/gv;
const capital = /^\p{Lu}/u;
/** `UN` is a name wherever it stands. */
const severalCapitals = /\p{Lu}.*\p{Lu}/u;
const word = /\p{L}/u;

/** How often a text has a name: at least, and at most. */
interface Count {
  readonly least: number;
  readonly most: number;
}

/** Whether one text has a name that the other lacks, or has it more often, for all that can be told. */
export function namesDiffer(one: string, other: string, locale: Locale, ofTermbase: NamesIn = () => []): boolean {
  const [here, there] = [countsIn(one, locale, ofTermbase), countsIn(other, locale, ofTermbase)];
  const none: Count = { least: 0, most: 0 };
  return [...new Set([...here.keys(), ...there.keys()])].some((name) => {
    const [ours, theirs] = [here.get(name) ?? none, there.get(name) ?? none];
    return ours.least > theirs.most || theirs.least > ours.most;
  });
}

function countsIn(text: string, locale: Locale, ofTermbase: NamesIn): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const count = (name: string, isSure: boolean): void => {
    const { least, most } = counts.get(name) ?? { least: 0, most: 0 };
    counts.set(name, { least: least + Number(isSure), most: most + 1 });
  };
  for (const id of ofTermbase(text, locale)) count(id, true);
  if (locale !== 'en') for (const [run] of text.matchAll(latinRun)) count(folded(run), true);
  else for (const sentence of sentencesOf(text, 'en')) countCapitals(sentence, count);
  return counts;
}

function countCapitals(sentence: string, count: (name: string, isSure: boolean) => void): void {
  const words = wordTokens(sentence, 'en').filter((token) => word.test(token));
  for (const [at, token] of words.entries()) {
    if (!capital.test(token) || calendar.has(token.toLowerCase())) continue;
    count(folded(token), at > 0 || severalCapitals.test(token));
  }
}

function folded(name: string): string {
  return fold(name, 2).text.replace(/[.\-’']+$/u, '');
}
