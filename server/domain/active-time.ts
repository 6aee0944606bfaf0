/**
 * How long somebody is at a segment: the time between signs of life (a key, a pointer, a scroll) while the window is in
 * sight and in focus. A pause counts for `idleCutMs` at most: reading is work, an open window is none. Nothing but sums
 * by segment is kept, so nobody can read from it when a person did what.
 *
 * Pure: the desk tells what happens and when. What was measured goes out with the next decision on that segment
 * (`take`), and comes back when that decision was refused (`giveBack`).
 */
export const idleCutMs = 30_000;

/** The most that one decision may say; whoever left a key pressed was not at it. */
export const mostActiveMs = 4 * 3_600_000;

export interface ActiveTime {
  /** The segment in hand, and the last sign of life. Absent: away. */
  readonly now?: { readonly segmentId: string; readonly at: number };
  readonly spent: Readonly<Record<string, number>>;
}

export const noTime: ActiveTime = { spent: {} };

/** A sign of life with a segment in hand. A clock that was set back counts nothing. */
export function signOfLife(time: ActiveTime, segmentId: string, at: number): ActiveTime {
  return { ...paused(time, at), now: { segmentId, at } };
}

/** The window is out of sight, out of focus, or closed. */
export function paused({ now, spent }: ActiveTime, at: number): ActiveTime {
  if (now === undefined) return { spent };
  const passed = Math.min(Math.max(at - now.at, 0), idleCutMs);
  return giveBack({ spent }, now.segmentId, passed);
}

/** What was spent on a segment up to now, and what is left to be told: nothing of it. */
export function take(time: ActiveTime, segmentId: string, at: number): readonly [spent: number, left: ActiveTime] {
  const counted = time.now?.segmentId === segmentId ? signOfLife(time, segmentId, at) : time;
  const { [segmentId]: spent = 0, ...others } = counted.spent;
  return [Math.min(Math.round(spent), mostActiveMs), { ...counted, spent: others }];
}

/** Adds what a decision would have told, had it been taken. */
export function giveBack(time: ActiveTime, segmentId: string, ms: number): ActiveTime {
  if (ms === 0) return time;
  return { ...time, spent: { ...time.spent, [segmentId]: (time.spent[segmentId] ?? 0) + ms } };
}
