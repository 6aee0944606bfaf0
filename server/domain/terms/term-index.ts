/**
 * The termbase, made ready to be found in texts: what is called what, where, and how surely. Specification:
 * hebrew-arabic §2.
 *
 *   4  the word itself           ממשלה
 *   3  with clitics before it    ובממשלה
 *   2  a regular form of it      ממשלותיהם
 *   1  another spelling of it    תוכנית for תכנית; in Hebrew only
 */
import type { DocumentId } from '../document.ts';
import { locales, type Locale } from '../locale.ts';
import type { MatchLevel, Term, TermBody, TermId, Wording } from './term.ts';
import { createWordTable, type Place, type WordTable } from './word-table.ts';

/** A place of a text where a term stands. */
export interface TermHit extends Omit<Place<unknown>, 'of'> {
  readonly term: Term;
  readonly isForbidden: boolean;
}

export interface TermIndex {
  readonly terms: readonly Term[];
  /**
   * The terms in a text, in its order: level 2 and better, the longest where one stands in another, the surest where two
   * have the same words. What is left after clitics has at least `shortestRest` characters.
   */
  readonly findTerms: (text: string, locale: Locale, shortestRest?: number) => TermHit[];
  /** For each term that a text holds in any right wording, the surest of its places, at any level. */
  readonly bestHits: (text: string, locale: Locale) => ReadonlyMap<TermId, TermHit>;
}

/** A shorter rest is hardly ever the term: `לב` in `כלב`. */
const leastRest = 3;

/** An index over the terms that hold everywhere, and those of a document's own. */
export function createTermIndex(terms: Iterable<Term>, documentId?: DocumentId): TermIndex {
  const valid = Array.from(terms).filter((term) => term.documentId === undefined || term.documentId === documentId);
  const tables = new Map<Locale, WordTable<Called>>();
  const hitsIn = (text: string, locale: Locale): TermHit[] => {
    const table = tables.get(locale) ?? tableOf(valid, locale);
    tables.set(locale, table);
    return table.placesIn(text).map(({ of, ...place }) => ({ ...of, ...place }));
  };
  return {
    terms: valid,
    findTerms: (text, locale, shortestRest = leastRest) =>
      longest(hitsIn(text, locale).filter(({ level, rest = shortestRest }) => level > 1 && rest >= shortestRest)),
    bestHits: (text, locale) => {
      const best = new Map<TermId, TermHit>();
      for (const hit of hitsIn(text, locale)) {
        if (!hit.isForbidden && hit.level > (best.get(hit.term.id)?.level ?? 0)) best.set(hit.term.id, hit);
      }
      return best;
    },
  };
}

/** How surely a text holds a word or a group of words: the best of its places; 0 where there is none. */
export function matchLevel(text: string, wording: string, locale: Locale): MatchLevel {
  const table = createWordTable<null>(locale);
  table.add(wording, 'inflect', null);
  return table.placesIn(text).reduce<MatchLevel>((best, { level }) => (level > best ? level : best), 0);
}

/** What a term is called in a language; what is kept is called there what it is called elsewhere. */
export function wordingIn({ words, isKept }: TermBody, locale: Locale): Wording | undefined {
  return words[locale] ?? (isKept ? locales.map((one) => words[one]).find((one) => one !== undefined) : undefined);
}

/** The approved rendering of a term in a language, where there is one. */
export function proposedFor(term: TermBody, to: Locale): string | undefined {
  return wordingIn(term, to)?.preferred;
}

type Called = Pick<TermHit, 'term' | 'isForbidden'>;

function tableOf(terms: readonly Term[], locale: Locale): WordTable<Called> {
  const table = createWordTable<Called>(locale);
  for (const term of terms) {
    const wording = wordingIn(term, locale);
    if (!wording) continue;
    const { preferred, forms, forbidden, matching } = wording;
    const elsewhere = term.isKept ? Object.values(term.words).map((one) => one.preferred) : [];
    for (const right of new Set([preferred, ...forms, ...elsewhere]))
      table.add(right, matching, { term, isForbidden: false });
    for (const wrong of forbidden) table.add(wrong, matching, { term, isForbidden: true });
  }
  return table;
}

/** None overlaps another, unless both have the same words and are equally sure: then a document's own term goes before. */
function longest(hits: readonly TermHit[]): TermHit[] {
  const lengthOf = ({ span: [start, end] }: TermHit): number => end - start;
  const isOwn = ({ term }: TermHit): number => (term.documentId === undefined ? 0 : 1);
  const ordered = hits.toSorted((a, b) => lengthOf(b) - lengthOf(a) || b.level - a.level || isOwn(b) - isOwn(a));
  const taken = new Map<number, TermHit>();
  const kept = ordered.filter((hit) => {
    const [start, end] = hit.span;
    const holder = taken.get(start) ?? taken.get(end - 1);
    if (holder) return isEquallySure(hit, holder) && isOwn(hit) === isOwn(holder);
    for (let at = start; at < end; at += 1) taken.set(at, hit);
    return true;
  });
  return kept.toSorted((a, b) => a.span[0] - b.span[0]);
}

function isEquallySure(hit: TermHit, holder: TermHit): boolean {
  const isSameSpan = hit.span[0] === holder.span[0] && hit.span[1] === holder.span[1];
  return isSameSpan && hit.level === holder.level && hit.term.id !== holder.term.id;
}
