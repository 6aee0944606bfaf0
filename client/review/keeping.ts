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
  const segmentIds = new Set([state.entries, state.acts, state.words, state.aside].flatMap((one) => Object.keys(one)));
  return [...segmentIds]
    .flatMap((segmentId) => itemsOf(state, segmentId, store.tab))
    .filter((item) => item.holder !== store.tab && !store.has(item));
}

/** A refused act is over; its words are kept as words. */
function itemsOf(state: DeskState, segmentId: string, tab: string): Item[] {
  const entry = state.entries[segmentId];
  const act = state.acts[segmentId];
  const words = state.words[segmentId];
  const items: Item[] = [...(state.aside[segmentId] ?? [])];
  if (entry) items.push({ kind: 'unsaved', segmentId, holder: entry.holder ?? tab, value: entry.kept });
  if (words) items.push({ kind: 'words', segmentId, holder: words.holder ?? tab, value: words.kept });
  if (act && act.standing !== 'refused') {
    items.push({ kind: 'act', segmentId, holder: act.holder ?? tab, value: act.kept });
  }
  return items;
}

function isSamePlace(one: Item, other: Item): boolean {
  return one.kind === other.kind && one.holder === other.holder;
}
