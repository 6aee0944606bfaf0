/**
 * Taking work from the queue, giving it back, and being in a segment. All three are leases: they keep people out of each
 * other's way and never keep anybody from saving.
 */
import { isSameHolder, placeKey, type Holder, type Place } from '../domain/lease.ts';
import type { Refusal } from '../domain/errors.ts';
import { selectWaiting, type QueueFilter, type Waiting } from '../domain/queue.ts';
import type { World } from '../ports.ts';
import { locate } from './target-view.ts';
import { entriesInView, type EntryInView } from './view-queue.ts';

export interface TakeOrder extends QueueFilter {
  readonly holder: Holder;
  readonly n: number;
}

/**
 * Takes the n that wait longest, of those that nobody has taken and nobody else is in; gives those that were got, fewer
 * where there are no more. What the holder took before and has done is given back on the way.
 */
export async function takeNext(world: World, { holder, n, ...filter }: TakeOrder): Promise<EntryInView[]> {
  const all = await world.waiting.list();
  await giveBackDone(world, holder, all);
  const free = await freeOf(world, holder, selectWaiting(all, filter));
  const taken: Waiting[] = [];
  while (taken.length < n && free.length > 0) {
    const wanted = free.splice(0, n - taken.length);
    const got = new Set((await world.claims.take(wanted.map(placeOf), holder)).map(({ place }) => placeKey(place)));
    taken.push(...wanted.filter((entry) => got.has(placeKey(entry))));
  }
  return entriesInView(world, taken, await world.claims.held());
}

/** Says where a window is, and lets what it has taken be taken for longer. Refusals: those of `locate`. */
export async function bePresent(
  world: World,
  { holder, place, isActive }: { readonly holder: Holder; readonly place?: Place; readonly isActive: boolean },
): Promise<Refusal | undefined> {
  if (isActive) await world.claims.renew(holder);
  const located = place && (await locate(world, place));
  if (located && !located.ok) return located;
  const left = (await world.presence.held()).filter(
    (lease) => isSameHolder(lease.holder, holder) && (!place || placeKey(lease.place) !== placeKey(place)),
  );
  await world.presence.release(
    holder,
    left.map((lease) => lease.place),
  );
  if (place) await world.presence.take([place], holder);
  return undefined;
}

async function giveBackDone(world: World, holder: Holder, all: readonly Waiting[]): Promise<void> {
  const waiting = new Set(all.map(placeKey));
  const done = (await world.claims.held()).filter(({ place }) => !waiting.has(placeKey(place)));
  await world.claims.release(
    holder,
    done.map(({ place }) => place),
  );
}

async function freeOf(world: World, holder: Holder, waiting: readonly Waiting[]): Promise<Waiting[]> {
  const [claims, present] = await Promise.all([world.claims.held(), world.presence.held()]);
  const others = present.filter((lease) => !isSameHolder(lease.holder, holder));
  const busy = new Set([...claims, ...others].map(({ place }) => placeKey(place)));
  return waiting.filter((entry) => !busy.has(placeKey(entry)));
}

function placeOf({ documentId, segmentId, locale }: Place): Place {
  return { documentId, segmentId, locale };
}
