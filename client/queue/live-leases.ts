/**
 * What windows hold, as the event stream tells it: who is in a segment, who has taken it. A list outside React, as the
 * toasts are, of which each row reads its own place only.
 */
import type { ServerEvent } from '../../server/contract/api.ts';
import type { Holder, Place } from '../../server/domain/lease.ts';
import type { Locale } from '../../server/domain/locale.ts';

export type LeaseEvent = Extract<ServerEvent, { type: 'claim' | 'presence' }>;

/** Who is at a place, and how. */
export interface AtWork {
  readonly kind: LeaseEvent['type'];
  readonly holder: Holder;
}

const nobody: readonly AtWork[] = [];
let held: ReadonlyMap<string, readonly AtWork[]> = new Map();
const listeners = new Set<() => void>();

/** Keeps what an event of the stream says. */
export function putLease({ type: kind, place, holder, until }: LeaseEvent): void {
  const key = keyOf(place);
  const rest = leasesAt(place).filter((one) => one.kind !== kind || one.holder.windowId !== holder.windowId);
  const now = until === undefined ? rest : [...rest, { kind, holder }];
  change(now.length > 0 ? new Map([...held, [key, now]]) : new Map([...held].filter(([other]) => other !== key)));
}

/** A new connection begins by telling all that is held: what was known before may have ended meanwhile. */
export function forgetLeases(): void {
  if (held.size > 0) change(new Map());
}

/** The same list for as long as it says the same. */
export function leasesAt(place: Pick<Place, 'segmentId' | 'locale'>): readonly AtWork[] {
  return held.get(keyOf(place)) ?? nobody;
}

export function subscribeLeases(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Segments have random names, so the document need not be named. */
function keyOf({ segmentId, locale }: { readonly segmentId: string; readonly locale: Locale }): string {
  return `${locale} ${segmentId}`;
}

function change(next: typeof held): void {
  held = next;
  for (const listener of listeners) listener();
}
