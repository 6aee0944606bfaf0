/** The way through what was taken from the queue. */
import type { TakenView } from '../../server/contract/queue-api.ts';
import type { Place } from '../../server/domain/lease.ts';

/**
 * The next of what was taken that still waits: after the place where one is, then from the beginning; never that place
 * itself. From a place that was not taken, the first.
 */
export function nextTaken(taken: readonly TakenView[], from?: Place): TakenView | undefined {
  const at = taken.findIndex((one) => from !== undefined && isSamePlace(one, from));
  return [...taken.slice(at + 1), ...taken.slice(0, Math.max(at, 0))].find(({ waits }) => waits);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.segmentId === other.segmentId && one.locale === other.locale && one.documentId === other.documentId;
}

/** Where the desk shows a target. */
export function deskAddress({
  documentId,
  locale,
  ordinal,
}: Pick<TakenView, 'documentId' | 'locale' | 'ordinal'>): string {
  return `/documents/${documentId}/review/${locale}?segment=${ordinal}`;
}

/** For whoever goes there to work: the caret goes along. `use-active-row.ts` reads it. */
export const withFocus = { state: { wantsFocus: true } } as const;
