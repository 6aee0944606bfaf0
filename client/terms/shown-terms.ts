/** Which terms the page shows: those of a kind that hold some letters, in any of their words, however spelled. Pure. */
import { searchable } from '../../server/domain/language/searchable.ts';
import { locales } from '../../server/domain/locale.ts';
import { termKinds, type Term, type TermBody, type TermKind } from '../../server/domain/terms/term.ts';

export interface TermFilter {
  readonly query: string;
  readonly kind: TermKind | 'all';
}

/** The filter that an address names; what it names in vain is left out. */
export function filterIn(search: URLSearchParams): TermFilter {
  const kind = termKinds.find((one) => one === search.get('kind')) ?? 'all';
  return { query: search.get('query') ?? '', kind };
}

export function shownTerms<T extends Pick<Term, keyof TermBody>>(
  terms: readonly T[],
  { query, kind }: TermFilter,
): T[] {
  const sought = searchable(query.trim());
  return terms.filter((term) => (kind === 'all' || term.kind === kind) && (sought === '' || holds(term, sought)));
}

function holds({ words, note = '' }: Pick<Term, keyof TermBody>, sought: string): boolean {
  const said = locales.flatMap((locale) => {
    const { preferred, forms, forbidden } = words[locale] ?? { preferred: '', forms: [], forbidden: [] };
    return [preferred, ...forms, ...forbidden];
  });
  return [...said, note].some((word) => searchable(word).includes(sought));
}
