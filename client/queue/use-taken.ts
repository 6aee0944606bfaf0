/** What this window has taken, at the place where it is, and the way to the next one, in this document or in another. */
import { useNavigate } from 'react-router';
import type { TakenView } from '../../server/contract/schemas.ts';
import type { Place } from '../../server/domain/lease.ts';
import { deskAddress, isSamePlace, nextTaken, withFocus } from './taken.ts';
import { useQueueSums } from './use-queue.ts';

const nothing: readonly TakenView[] = [];

export interface TakenHere {
  readonly taken: readonly TakenView[];
  /** This place is one of them. */
  readonly isTaken: boolean;
  /** Goes to the next one; absent where nothing else that was taken still waits. */
  readonly next: (() => void) | undefined;
}

/** `open` opens another segment of the same document, as every step in the desk does. */
export function useTakenHere(place: Place, open: (ordinal: number) => void): TakenHere {
  const navigate = useNavigate();
  const taken = useQueueSums()?.taken ?? nothing;
  const next = nextTaken(taken, place);
  const goTo = (there: TakenView): void => {
    if (there.documentId === place.documentId && there.locale === place.locale) open(there.ordinal);
    else void navigate(deskAddress(there), withFocus);
  };
  return { taken, isTaken: taken.some((one) => isSamePlace(one, place)), next: next && (() => goTo(next)) };
}
