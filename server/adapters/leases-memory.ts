/**
 * Leases within one process. They lapse by a clock that is set to the next end only, so a lapse is told when it happens and
 * not when somebody asks. Nothing is kept: after a restart nobody holds anything, and whoever is at work says so again within
 * seconds. Every method does its work before it first waits, so of two who ask at once one is first.
 */
import { isSameHolder, placeKey, type Holder, type Lease, type Place } from '../domain/lease.ts';
import type { MemberId } from '../domain/document.ts';
import type { Clock, LeaseChange, Leases } from '../ports.ts';

export interface LeaseOptions {
  readonly clock: Clock;
  /** How long a lease lasts that nobody renews. */
  readonly ttlMs: number;
  /** Whether any number may hold one place (being there) or one only (taking it). */
  readonly shared?: boolean;
}

/** Of one member, that hold something at a time. */
export const mostWindows = 32;

export function createLeases({ clock, ttlMs, shared = false }: LeaseOptions): Leases {
  const leases = new Map<string, Lease>();
  const listeners = new Set<(change: LeaseChange) => void>();
  let alarm: { readonly at: string; readonly off: AbortController } | undefined;

  const keyOf = (place: Place, { memberId, windowId }: Holder): string =>
    shared ? `${placeKey(place)} ${windowId} ${memberId}` : placeKey(place);
  const ofHolder = (holder: Holder): Array<[string, Lease]> =>
    [...leases].filter(([, lease]) => isSameHolder(lease.holder, holder));

  return {
    async take(places, holder) {
      endLapsed();
      const taken = places.flatMap((place) => takeOne(place, holder) ?? []);
      endBeyond(holder.memberId);
      setAlarm();
      return taken;
    },
    async renew(holder) {
      endLapsed();
      for (const [key, lease] of ofHolder(holder)) leases.set(key, { ...lease, until: later() });
    },
    async release(holder, places) {
      endLapsed();
      const wanted = places && new Set(places.map((place) => keyOf(place, holder)));
      for (const [key, lease] of ofHolder(holder)) if (!wanted || wanted.has(key)) end(key, lease);
    },
    async held() {
      endLapsed();
      return [...leases.values()];
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      alarm?.off.abort();
      alarm = undefined;
      listeners.clear();
    },
  };

  function takeOne(place: Place, holder: Holder): Lease | undefined {
    const key = keyOf(place, holder);
    const known = leases.get(key);
    if (known && !isSameHolder(known.holder, holder)) return undefined;
    const lease = { place, holder, until: later() };
    leases.set(key, lease);
    if (!known) tell({ lease, isHeld: true });
    return lease;
  }

  /** Whoever says ever new windows would grow the list until they lapse: the one heard of longest ago goes. */
  function endBeyond(memberId: MemberId): void {
    const windows = new Map<string, string>();
    for (const { holder, until } of leases.values()) {
      if (holder.memberId !== memberId) continue;
      const latest = windows.get(holder.windowId) ?? until;
      windows.set(holder.windowId, latest < until ? until : latest);
    }
    if (windows.size <= mostWindows) return;
    const [oldest] = [...windows].reduce((one, other) => (other[1] < one[1] ? other : one));
    for (const [key, lease] of ofHolder({ memberId, windowId: oldest })) end(key, lease);
  }

  function end(key: string, lease: Lease): void {
    leases.delete(key);
    tell({ lease, isHeld: false });
  }

  function endLapsed(): void {
    const now = clock.now();
    for (const [key, lease] of leases) if (lease.until <= now) end(key, lease);
  }

  function tell(change: LeaseChange): void {
    for (const listener of listeners) listener(change);
  }

  function later(): string {
    return new Date(Date.parse(clock.now()) + ttlMs).toISOString();
  }

  /** A renewal only moves ends away: an alarm that rings too early finds nothing, and is set again. */
  function setAlarm(): void {
    let next: string | undefined;
    for (const { until } of leases.values()) if (next === undefined || until < next) next = until;
    if (next === undefined || (alarm && alarm.at <= next)) return;
    alarm?.off.abort();
    const off = new AbortController();
    alarm = { at: next, off };
    const ms = Math.max(Date.parse(next) - Date.parse(clock.now()), 1);
    clock.sleep(ms, off.signal).then(ring, () => undefined);
  }

  function ring(): void {
    alarm = undefined;
    endLapsed();
    setAlarm();
  }
}
