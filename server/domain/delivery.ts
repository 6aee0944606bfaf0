/**
 * Bringing the published site to other places: what each place has taken, and what it still waits for. No list of events
 * is kept. A place's record holds a mark of everything that it has taken; what differs from what readers see now waits.
 * So nothing is lost by a crash between a publication and its delivery, and a text that was withdrawn while a place could
 * not be reached is never brought there.
 */
import type { Timestamp } from './document.ts';

/** Why a delivery did not go well; each is a refusal too (`errors.ts`). */
export const deliveryFaults = [
  'delivery.unreachable',
  'delivery.faulty',
  'delivery.busy',
  'delivery.refused',
  'delivery.rejected',
  'delivery.garbled',
  'delivery.failed',
  'delivery.timeout',
] as const;
export type DeliveryFaultCode = (typeof deliveryFaults)[number];

/** By what is delivered (an edition, or the folder as one), which state of it. */
export type Marks = Readonly<Record<string, string>>;

export interface DeliveryFault {
  readonly code: DeliveryFaultCode;
  /** For the operator; no secret. */
  readonly detail: string;
  readonly at: Timestamp;
}

export interface DeliveryRecord {
  /** The place that this is about: another address has taken nothing yet. */
  readonly address: string;
  readonly since: Timestamp;
  /** How many deliveries it has taken: each gets another id. */
  readonly taken: number;
  readonly takenAt?: Timestamp;
  readonly marks: Marks;
  /** What went wrong last, while it has not gone well since. */
  readonly fault?: DeliveryFault;
}

/** What waits to be delivered: first what is gone, which may be urgent, then what is new, in the order of `wanted`. */
export function waitingKeys(taken: Marks, wanted: ReadonlyMap<string, string>): string[] {
  const gone = Object.keys(taken).filter((key) => !wanted.has(key));
  return [...gone, ...[...wanted.keys()].filter((key) => taken[key] !== wanted.get(key))];
}

/** A record after something was taken; without a mark it is there no more. */
export function withTaken(
  record: DeliveryRecord,
  key: string,
  mark: string | undefined,
  at: Timestamp,
): DeliveryRecord {
  const { [key]: _, ...others } = record.marks;
  return {
    ...record,
    taken: record.taken + 1,
    takenAt: at,
    marks: mark === undefined ? others : { ...others, [key]: mark },
  };
}

const minute = 60_000;
const pauses = [minute / 6, minute / 2, minute, 5 * minute, 15 * minute, 60 * minute] as const;
const longest = 60 * minute;

/**
 * How long to wait after so many failures in a row: ever longer, as long as the place asks for, an hour at most. What
 * somebody has to mend first is not tried more often than that.
 */
export function pauseAfter(
  failures: number,
  { retryable, retryAfterMs = 0 }: { readonly retryable: boolean; readonly retryAfterMs?: number },
): number {
  if (!retryable) return longest;
  return Math.min(longest, Math.max(retryAfterMs, pauses[failures - 1] ?? longest));
}
