/** What this window has taken, at the place where it is, and the way to the next one, in this document or in another. */
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { TakenView } from '../../server/contract/queue-api.ts';
import type { Place } from '../../server/domain/lease.ts';
import { deskAddress, isSamePlace, nextTaken, withFocus } from './taken.ts';
import { useQueueSums } from './use-queue.ts';

const nothing: readonly TakenView[] = [];

export interface TakenHere {
  /** The same list until something of it changes: the desk's header is not drawn again at every key. */
  readonly taken: readonly TakenView[];
  /** This place is one of them. */
  readonly isTaken: boolean;
  /** Goes to the next one; absent where nothing else that was taken still waits. */
  readonly next: (() => void) | undefined;
}

/** The document in which one is, which knows more of its segments than the queue has heard. */
export interface DocumentHere {
  /** Opens another segment of it, as every step in the desk does. */
  readonly open: (segmentId: string) => void;
  /** The same function for as long as its answers are the same. */
  readonly waits: (segmentId: string) => boolean;
}

export function useTakenHere(place: Place, { open, waits }: DocumentHere): TakenHere {
  const navigate = useNavigate();
  const { documentId, locale } = place;
  const told = useQueueSums()?.taken ?? nothing;
  const taken = useMemo(
    () =>
      told.map((one) =>
        one.documentId === documentId && one.locale === locale ? { ...one, waits: waits(one.segmentId) } : one,
      ),
    [told, documentId, locale, waits],
  );
  const next = nextTaken(taken, place);
  const goTo = (there: TakenView): void => {
    if (there.documentId === documentId && there.locale === locale) open(there.segmentId);
    else void navigate(deskAddress(there), withFocus);
  };
  return { taken, isTaken: taken.some((one) => isSamePlace(one, place)), next: next && (() => goTo(next)) };
}
