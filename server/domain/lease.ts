/**
 * Leases: who holds what until when. A claim (“I take this”) and a presence (“I am in it”) are both leases on one target,
 * and both lapse by themselves: they are advice between people, never a lock, and nothing of them is a decision. What keeps
 * two texts apart is the revision that a save names.
 *
 * A holder is a member in one window. One person with two windows open is two holders, for either could overwrite the other.
 */
import type { DocumentId, MemberId, SegmentId, Timestamp } from './document.ts';
import type { Locale } from './locale.ts';

/** One target, wherever it stands. */
export interface Place {
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  readonly locale: Locale;
}

export interface Holder {
  readonly memberId: MemberId;
  /** Made by the window, a UUID; the same after a reload. */
  readonly windowId: string;
}

export interface Lease {
  readonly place: Place;
  readonly holder: Holder;
  readonly until: Timestamp;
}

/** A place in one string, equal for equal places. */
export function placeKey({ documentId, segmentId, locale }: Place): string {
  return `${documentId} ${locale} ${segmentId}`;
}

export function isSameHolder(one: Holder, other: Holder): boolean {
  return one.windowId === other.windowId && one.memberId === other.memberId;
}
