/**
 * Terms that are called by the same word in some language, however it is spelled. Two things may share a name; oftener one
 * thing was written down twice, and then what one entry forbids the other allows. So whoever adds is told.
 */
import { fold } from '../language/fold.ts';
import { locales, type Locale } from '../locale.ts';
import type { Term, TermBody, TermId } from './term.ts';

export interface Alike {
  readonly term: Term;
  /** The language in which they share a word. */
  readonly locale: Locale;
}

export interface WordsInUse {
  /** The first term that shares a word to use with this one; a term is not like itself. */
  readonly alike: (body: TermBody, id?: TermId) => Alike | undefined;
}

/** What is called what now. */
export function wordsInUse(terms: Iterable<Term>): WordsInUse {
  const byWord = new Map<string, Term[]>();
  for (const term of terms) {
    for (const [key] of keysOf(term)) byWord.set(key, [...(byWord.get(key) ?? []), term]);
  }
  return {
    alike: (body, id) => {
      for (const [key, locale] of keysOf(body)) {
        const term = byWord.get(key)?.find((one) => one.id !== id && isForSame(one, body));
        if (term) return { term, locale };
      }
      return undefined;
    },
  };
}

/** A document's own term takes the place of the house's there: that is no mistake. */
function isForSame(one: TermBody, other: TermBody): boolean {
  return one.documentId === other.documentId;
}

function keysOf({ words }: TermBody): Array<readonly [key: string, locale: Locale]> {
  return locales.flatMap((locale) => {
    const word = words[locale]?.preferred;
    return word === undefined ? [] : [[`${locale} ${fold(word, 2).text}`, locale] as const];
  });
}
