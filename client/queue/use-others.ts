/** Who else is in a target, or has taken it: everybody but this window, those who are in it first. */
import { useSyncExternalStore } from 'react';
import type { Place } from '../../server/domain/lease.ts';
import { windowId } from '../this-window.ts';
import { leasesAt, subscribeLeases, type AtWork } from './live-leases.ts';

export function useOthers(place: Pick<Place, 'segmentId' | 'locale'>): readonly AtWork[] {
  const here = useSyncExternalStore(subscribeLeases, () => leasesAt(place));
  return here
    .filter(({ holder }) => holder.windowId !== windowId)
    .toSorted((one, other) => Number(other.kind === 'presence') - Number(one.kind === 'presence'));
}
