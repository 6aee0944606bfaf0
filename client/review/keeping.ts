/**
 * Keeps the device in step with the desk. What the desk holds of a segment has a place on the shelf: under this tab's
 * name, or still where it was read when another tab had kept it. It moves under our name when we go on from it; until then
 * its own tab may be alive and at work on it, so we neither change nor forget it.
 */
import type { DeskState } from './desk-state.ts';
import type { Item, UnsavedStore } from './unsaved-store.ts';

/** Brings the device in step after a change to a segment. False where it has no room; then nothing is forgotten. */
export function keepInStep(store: UnsavedStore, segmentId: string, before: DeskState, after: DeskState): boolean {
  const was = itemsOf(before, segmentId, store.tab);
  const is = itemsOf(after, segmentId, store.tab);
  const fresh = is.filter((item) => !was.some((known) => isSamePlace(known, item) && known.value === item.value));
  const gone = was.filter((item) => !is.some((present) => isSamePlace(present, item)));
  if (!fresh.every((item) => store.keep(item))) return false;
  for (const item of gone) store.forget(item);
  return true;
}

/** What of other tabs' the desk shows, and they have taken back since: saved, typed on, put aside. */
export function takenBack(store: UnsavedStore, state: DeskState): Item[] {
  const segmentIds = new Set([...Object.keys(state.entries), ...Object.keys(state.aside)]);
  return [...segmentIds]
    .flatMap((segmentId) => itemsOf(state, segmentId, store.tab))
    .filter((item) => item.holder !== store.tab && !store.has(item));
}

function itemsOf(state: DeskState, segmentId: string, tab: string): Item[] {
  const entry = state.entries[segmentId];
  const text: Item[] = entry ? [{ kind: 'unsaved', segmentId, holder: entry.holder ?? tab, value: entry.kept }] : [];
  return [...text, ...(state.aside[segmentId] ?? [])];
}

function isSamePlace(one: Item, other: Item): boolean {
  return one.kind === other.kind && one.holder === other.holder;
}
