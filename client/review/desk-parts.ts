/**
 * The desk's state with one thing changed: the small steps of which opening-state.ts and desk-events.ts are made. Nothing
 * to change gives the very same state, so that nobody is told of it.
 */
import type { ActEntry, AsideText, DeskState, Entry, WordsEntry } from './desk-state.ts';
import type { Item } from './unsaved-store.ts';

export function withEntry(state: DeskState, segmentId: string, entry: Entry | undefined): DeskState {
  if (entry) return { ...state, entries: { ...state.entries, [segmentId]: entry } };
  return segmentId in state.entries ? { ...state, entries: without(state.entries, segmentId) } : state;
}

export function withAct(state: DeskState, segmentId: string, act: ActEntry | undefined): DeskState {
  if (act) return { ...state, acts: { ...state.acts, [segmentId]: act } };
  return segmentId in state.acts ? { ...state, acts: without(state.acts, segmentId) } : state;
}

export function withWords(state: DeskState, segmentId: string, words: WordsEntry): DeskState {
  if (Object.keys(words.kept).length > 0) return { ...state, words: { ...state.words, [segmentId]: words } };
  return segmentId in state.words ? { ...state, words: without(state.words, segmentId) } : state;
}

export function withAside(state: DeskState, item: AsideText): DeskState {
  const { segmentId } = item;
  return { ...state, aside: { ...state.aside, [segmentId]: [...(state.aside[segmentId] ?? []), item] } };
}

export function withoutAside(state: DeskState, { kind, segmentId, holder }: AsideText): DeskState {
  const left = (state.aside[segmentId] ?? []).filter((item) => item.kind !== kind || item.holder !== holder);
  return { ...state, aside: left.length > 0 ? { ...state.aside, [segmentId]: left } : without(state.aside, segmentId) };
}

/** Without something that another tab has taken back. */
export function withoutItem(state: DeskState, item: Item): DeskState {
  const { kind, segmentId, holder } = item;
  if (kind === 'act') return state.acts[segmentId]?.holder === holder ? withAct(state, segmentId, undefined) : state;
  if (kind === 'words') {
    return state.words[segmentId]?.holder === holder ? withWords(state, segmentId, { kept: {} }) : state;
  }
  const isOpen = kind === 'unsaved' && state.entries[segmentId]?.holder === holder;
  return isOpen ? withEntry(state, segmentId, undefined) : withoutAside(state, item);
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
