/** Which two states of an edition are compared, and the address that says so. Pure. */
import type { EditionKey } from './EditionPage.tsx';

export interface Comparison {
  /** A publication; absent: what readers see now. */
  readonly from?: number;
  /** A publication; absent: the draft. */
  readonly to?: number;
}

/** What an address names; what is no number of a publication is left out. */
export function comparisonIn(search: URLSearchParams): Comparison {
  const [from, to] = [numberIn(search, 'from'), numberIn(search, 'to')];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

export function changesAddress({ documentId, locale }: EditionKey, { from, to }: Comparison = {}): string {
  const search = new URLSearchParams();
  if (from !== undefined) search.set('from', String(from));
  if (to !== undefined) search.set('to', String(to));
  const query = search.size > 0 ? `?${search}` : '';
  return `/documents/${documentId}/editions/${locale}/changes${query}`;
}

function numberIn(search: URLSearchParams, name: string): number | undefined {
  const value = search.get(name) ?? '';
  return /^[1-9][0-9]{0,8}$/u.test(value) ? Number(value) : undefined;
}
