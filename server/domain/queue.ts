/**
 * The queue: every target that waits for somebody, why, and since when. One entry a target, under the first reason of the
 * table that holds: a text that was sent back is looked at for that, whatever else is true of it.
 *
 * An entry is a place and a time, no text, so that all of them fit into memory; what people see of an entry is read from its
 * document when it is shown. To add a reason: a row in `reasons`, and its word in `queue.reason-*` of the interface.
 */
import type { BoardRow, LocaleCounts } from './board.ts';
import { commentedTargets } from './comments.ts';
import {
  isOutdated,
  isTranslatable,
  type DocumentState,
  type Hash,
  type Segment,
  type Target,
  type Timestamp,
} from './document.ts';
import type { Place } from './lease.ts';
import type { Locale } from './locale.ts';
import { spansOf } from './spans.ts';

/** A target, and what the reasons look at beside it. */
interface Case {
  readonly document: DocumentState;
  readonly segment: Segment;
  readonly target: Target;
  readonly hash: Hash;
  /** When the longest open conversation beside it began. */
  readonly commented: Timestamp | undefined;
}

interface Reason {
  readonly holds: (one: Case) => boolean;
  /** When it began to wait; the last decision on the target where a row says nothing. */
  readonly since?: (one: Case) => Timestamp | undefined;
}

/** The first that holds is the reason. */
const reasons = {
  returned: { holds: ({ target }) => target.returned !== undefined },
  outdated: { holds: ({ target, segment, hash }) => isOutdated(target, segment, hash) },
  commented: { holds: ({ commented }) => commented !== undefined, since: ({ commented }) => commented },
  drafted: { holds: ({ target }) => target.state === 'translated' },
  reviewed: { holds: ({ target }) => target.state === 'reviewed' },
  failed: {
    holds: ({ target: { state, fault } }) => state === 'untranslated' && fault !== undefined,
    since: ({ target: { fault }, document }) => document.jobs.find(({ id }) => id === fault?.jobId)?.requestedAt,
  },
  untranslated: { holds: ({ target }) => target.state === 'untranslated' },
} as const satisfies Record<string, Reason>;

export type WaitReason = keyof typeof reasons;
export const waitReasons = Object.keys(reasons) as WaitReason[];

/**
 * What nobody has translated, and no machine has tried, waits for a translator and not for a reviewer. It is counted, and
 * shown and taken by whoever asks for it; among the rest every import would stand before all that is half done.
 */
export const onlyWhenAsked: WaitReason = 'untranslated';

export interface Waiting extends Place {
  readonly ordinal: number;
  readonly reason: WaitReason;
  readonly since: Timestamp;
}

export interface QueueFilter {
  /** Absent: every language. */
  readonly locales?: readonly Locale[] | undefined;
  readonly documentId?: string | undefined;
  /** Absent: every reason but `onlyWhenAsked`. */
  readonly reason?: WaitReason | undefined;
}

/** What waits in a document, in all its languages; nothing in an archived one. */
export function waitingIn(document: DocumentState, hash: Hash): Waiting[] {
  if (document.archived) return [];
  const talk = new Map(commentedTargets(document).map((one) => [`${one.locale} ${one.segmentId}`, one.since]));
  return document.to.flatMap((locale) =>
    spansOf(document, locale).flatMap(({ segment, ordinal, target }): Waiting[] => {
      if (!isTranslatable(segment)) return [];
      const one = { document, segment, target, hash, commented: talk.get(`${locale} ${segment.id}`) };
      const reason = waitReasons.find((name) => reasons[name].holds(one));
      if (reason === undefined) return [];
      const since = sinceOf(reason, one);
      return [{ documentId: document.id, segmentId: segment.id, locale, ordinal, reason, since }];
    }),
  );
}

/** Whether anything waits in a document, by its summary: the others need not be opened to know. */
export function mayWait({ archived, locales }: BoardRow): boolean {
  return !archived && Object.values(locales).some(isOpen);
}

function isOpen({ untranslated, translated, reviewed, outdated, commented = 0 }: LocaleCounts): boolean {
  return untranslated + translated + reviewed + outdated + commented > 0;
}

/** The longest waiting first; what began at the same moment in reading order. */
export function byAge(one: Waiting, other: Waiting): number {
  return (
    compare(one.since, other.since) ||
    compare(one.documentId, other.documentId) ||
    compare(one.locale, other.locale) ||
    one.ordinal - other.ordinal
  );
}

export function selectWaiting(waiting: readonly Waiting[], { reason, ...where }: QueueFilter): Waiting[] {
  const isWanted = reason
    ? (entry: Waiting) => entry.reason === reason
    : (entry: Waiting) => entry.reason !== onlyWhenAsked;
  return waiting.filter((entry) => isWanted(entry) && isWithin(entry, where));
}

/** How much waits for each reason, whatever reason is asked for. */
export function countReasons(
  waiting: readonly Waiting[],
  where: Omit<QueueFilter, 'reason'>,
): Record<WaitReason, number> {
  const counts = Object.fromEntries(waitReasons.map((reason) => [reason, 0])) as Record<WaitReason, number>;
  for (const entry of waiting) if (isWithin(entry, where)) counts[entry.reason] += 1;
  return counts;
}

function isWithin({ locale, documentId }: Waiting, where: Omit<QueueFilter, 'reason'>): boolean {
  return (
    (where.locales === undefined || where.locales.includes(locale)) &&
    (where.documentId === undefined || where.documentId === documentId)
  );
}

function sinceOf(reason: WaitReason, one: Case): Timestamp {
  const { since }: Reason = reasons[reason];
  return since?.(one) ?? one.target.at ?? one.document.importedAt;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
