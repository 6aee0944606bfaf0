/**
 * Names in a text, as far as writing tells: for comparing two texts of the same language. In English a word with a
 * capital letter, in Hebrew and Arabic a run of Latin letters, which is a name more often than not; everywhere what the
 * termbase has as a person, place or organisation, which the caller finds (`NamesIn`).
 *
 * A word that begins a sentence has its capital anyway. It counts all the same, but for the words that begin most
 * sentences: `Haifa` for `Jaffa` must be seen, and a false alarm costs one look.
 */
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
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

const beginners = new Set(
  (
    'a an the this that these those it its he she they we you i his her their our your my there here what who when where why how which ' +
    'and but or so yet for nor if as at by in on of to from with without into after before during since until while ' +
    'because although though however moreover also then thus now today yesterday tomorrow yes no not never all some many most ' +
    'each every both few several one two three another other such only even still just once more'
  ).split(' '),
);

const latinRun = /\p{sc=Latin}[\p{sc=Latin}\p{M}\p{N}.\-’']*/gv;
const capital = /^\p{Lu}/u;

/** The names in a text, folded, in order; a name that stands there twice comes twice. */
export function namesIn(text: string, locale: Locale, ofTermbase: NamesIn = () => []): string[] {
  const written = locale === 'en' ? capitalised(text) : Array.from(text.matchAll(latinRun), ([run]) => run);
  return [
    ...written.map((name) => fold(name, 2).text.replace(/[.\-’']+$/u, '')),
    ...ofTermbase(text, locale),
  ].toSorted();
}

function capitalised(text: string): string[] {
  return wordTokens(text, 'en').filter((token) => capital.test(token) && !beginners.has(token.toLowerCase()));
}
