/**
 * What the desk knows besides the server's rows: texts not saved yet, acts under way, texts put aside. A pure reducer;
 * which segment is open stands in the address, what the server has stands in the query cache, so each fact has one home.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Item } from './unsaved-store.ts';
import { carried, isKnown, isOvertaken, rebased, refused, sending, taken, typed } from './unsaved.ts';
import type { Attempt, Saved, Unsaved } from './unsaved.ts';

export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `typed`: not sent yet. `waiting`: the server could not be reached; goes again by itself. */
export type Standing = 'typed' | 'sending' | 'waiting' | 'refused';

export interface Entry {
  readonly kept: Unsaved;
  readonly standing: Standing;
  readonly fault?: Fault;
  /** Found on this device when the desk was opened. */
  readonly restored?: true;
  /** The other tab that keeps it, closed or not; absent as soon as we have gone on from it. */
  readonly holder?: string;
  /** The device had no room for it. */
  readonly unkept?: true;
}

/** A judgement of a person on a text that is saved. `words`: the reason of a return, or why faults are accepted. */
export interface Act {
  readonly kind: 'review' | 'approve' | 'return' | 'reopen';
  readonly words?: string;
}

/** An act as it is sent, however often. */
export interface SentAct {
  readonly act: Act;
  readonly decisionId: string;
  readonly baseRevision: number;
  /** The text that is judged. */
  readonly text: string;
}

export interface ActEntry extends SentAct {
  readonly standing: Exclude<Standing, 'typed'>;
  readonly fault?: Fault;
}

export interface DeskState {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly acts: Readonly<Record<string, ActEntry>>;
  /** Further texts, newest last: given up for another's, or kept by several tabs. They can be brought back. */
  readonly aside: Readonly<Record<string, readonly AsideText[]>>;
}

export type AsideText = Item<'unsaved' | 'aside'>;

export type DeskEvent = { readonly segmentId: string } & (
  | { readonly type: 'typed'; readonly text: string; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'unkept' }
  | { readonly type: 'sending' }
  | { readonly type: 'taken'; readonly attempt: Attempt; readonly revision: number }
  | { readonly type: 'unanswered'; readonly fault: Fault }
  | { readonly type: 'refused'; readonly fault: Fault }
  | { readonly type: 'kept-mine'; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'took-theirs'; readonly newId: string }
  | { readonly type: 'brought-back'; readonly item: AsideText; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'discarded'; readonly item: AsideText }
  | { readonly type: 'taken-back'; readonly item: Item }
  | ({ readonly type: 'acting' } & SentAct)
  | { readonly type: 'acted'; readonly from: number; readonly to: number }
  | { readonly type: 'act-unanswered'; readonly fault: Fault }
  | { readonly type: 'act-refused'; readonly fault: Fault }
);

type EventOf<T extends DeskEvent['type']> = Extract<DeskEvent, { type: T }> & { readonly segmentId: string };
type Rules = { readonly [T in DeskEvent['type']]: (state: DeskState, event: EventOf<T>) => DeskState };

/** The desk as it is opened: what this device has kept, of this tab first, then of others, the newest first. */
export function openingState(items: readonly Item[], tab: string): DeskState {
  const texts = items.filter((item) => item.kind === 'unsaved').toSorted(byNearness(tab));
  const state = items.filter((item) => item.kind === 'aside').reduce(withAside, { entries: {}, acts: {}, aside: {} });
  return texts.reduce((known: DeskState, item) => {
    const { segmentId, holder, value: kept } = item;
    if (known.entries[segmentId]) return withAside(known, item);
    const standing = kept.sent ? 'waiting' : 'typed';
    return withEntry(known, segmentId, { kept, standing, restored: true, ...(holder !== tab && { holder }) });
  }, state);
}

function byNearness(tab: string): (one: Item<'unsaved'>, other: Item<'unsaved'>) => number {
  return (one, other) =>
    Number(other.holder === tab) - Number(one.holder === tab) || other.value.baseRevision - one.value.baseRevision;
}

export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  return rules[event.type](state, event as never);
}

const rules: Rules = {
  typed: (state, { segmentId, text, saved, newId }) => {
    const entry = state.entries[segmentId];
    const kept = typed(entry?.kept, text, saved, newId);
    if (kept === undefined) return withEntry(state, segmentId, undefined);
    const standing = entry?.kept.sent ? entry.standing : 'typed';
    return withEntry(state, segmentId, { kept, standing });
  },
  unkept: (state, { segmentId }) => changeEntry(state, segmentId, (entry) => ({ ...entry, unkept: true })),
  sending: (state, { segmentId }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept: sending(kept), standing: 'sending' })),
  taken: (state, { segmentId, attempt, revision }) =>
    changeEntry(state, segmentId, (entry) => {
      const kept = taken(entry.kept, attempt, revision);
      return kept && { kept, standing: 'typed' };
    }),
  unanswered: (state, { segmentId, fault }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept, standing: 'waiting', fault })),
  refused: (state, { segmentId, fault }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept: refused(kept), standing: 'refused', fault })),
  'kept-mine': (state, { segmentId, saved, newId }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept: rebased(kept, saved.revision, newId), standing: 'typed' })),
  'took-theirs': (state, { segmentId, newId }) => withEntry(putAside(state, segmentId, newId), segmentId, undefined),
  'brought-back': (state, { segmentId, item, saved, newId }) => {
    const kept = { text: item.value.text, baseRevision: saved.revision, decisionId: newId };
    const swapped = putAside(withoutAside(state, item), segmentId, newId);
    return withEntry(swapped, segmentId, { kept, standing: 'typed' });
  },
  discarded: (state, { item }) => withoutAside(state, item),
  'taken-back': (state, { segmentId, item }) => {
    const isOpen = item.kind === 'unsaved' && state.entries[segmentId]?.holder === item.holder;
    return isOpen ? withEntry(state, segmentId, undefined) : withoutAside(state, item);
  },
  acting: (state, { segmentId, act, decisionId, baseRevision, text }) =>
    withAct(state, segmentId, { act, decisionId, baseRevision, text, standing: 'sending' }),
  acted: (state, { segmentId, from, to }) =>
    changeEntry(withAct(state, segmentId, undefined), segmentId, ({ kept, standing, fault }) => ({
      kept: carried(kept, from, to),
      standing,
      ...(fault && { fault }),
    })),
  'act-unanswered': (state, { segmentId, fault }) => endAct(state, segmentId, 'waiting', fault),
  'act-refused': (state, { segmentId, fault }) => endAct(state, segmentId, 'refused', fault),
};

export type Conflict = { readonly mine: string; readonly theirs: TargetView };

/** Both texts, where somebody changed the target that a person here was typing over. */
export function conflictOf(state: DeskState, segmentId: string, target: TargetView): Conflict | undefined {
  const entry = state.entries[segmentId];
  if (!entry || !isOvertaken(entry.kept, target) || isOurs(state.acts[segmentId], target)) return undefined;
  return { mine: entry.kept.text, theirs: target };
}

/** An act that is not answered may have brought the target here: a judgement is one revision, and changes no text. */
function isOurs(act: ActEntry | undefined, { revision, text }: TargetView): boolean {
  return act !== undefined && act.standing !== 'refused' && revision === act.baseRevision + 1 && text === act.text;
}

/** Segments whose unsaved text the server turns out to have. */
export function knownAlready(state: DeskState, targetOf: (segmentId: string) => Saved | undefined): string[] {
  return Object.entries(state.entries).flatMap(([segmentId, { kept }]) => {
    const saved = targetOf(segmentId);
    return saved && isKnown(kept, saved) ? [segmentId] : [];
  });
}

/** Texts put aside that the server turns out to have. */
export function asideKnown(state: DeskState, targetOf: (segmentId: string) => Saved | undefined): AsideText[] {
  return Object.values(state.aside)
    .flat()
    .filter(({ segmentId, value }) => targetOf(segmentId)?.text === value.text);
}

export type SaveWord = 'saved' | 'untouched' | 'conflict' | Standing | `act-${ActEntry['standing']}`;

/** How the text of a segment stands with the server, in one word. */
export function saveWordOf(state: DeskState, segmentId: string, target: TargetView): SaveWord {
  const entry = state.entries[segmentId];
  const act = state.acts[segmentId];
  if (conflictOf(state, segmentId, target)) return 'conflict';
  if (entry && entry.standing !== 'typed') return entry.standing;
  if (act) return `act-${act.standing}`;
  if (entry) return entry.standing;
  return target.revision === 0 ? 'untouched' : 'saved';
}

function withEntry(state: DeskState, segmentId: string, entry: Entry | undefined): DeskState {
  if (entry) return { ...state, entries: { ...state.entries, [segmentId]: entry } };
  return segmentId in state.entries ? { ...state, entries: without(state.entries, segmentId) } : state;
}

function changeEntry(state: DeskState, segmentId: string, change: (entry: Entry) => Entry | undefined): DeskState {
  const entry = state.entries[segmentId];
  return entry ? withEntry(state, segmentId, change(entry)) : state;
}

function withAct(state: DeskState, segmentId: string, act: ActEntry | undefined): DeskState {
  return { ...state, acts: act ? { ...state.acts, [segmentId]: act } : without(state.acts, segmentId) };
}

function withAside(state: DeskState, item: AsideText): DeskState {
  const { segmentId } = item;
  return { ...state, aside: { ...state.aside, [segmentId]: [...(state.aside[segmentId] ?? []), item] } };
}

function withoutAside(state: DeskState, { kind, segmentId, holder }: Item): DeskState {
  const left = (state.aside[segmentId] ?? []).filter((item) => item.kind !== kind || item.holder !== holder);
  return { ...state, aside: left.length > 0 ? { ...state.aside, [segmentId]: left } : without(state.aside, segmentId) };
}

/** Puts the text that stands in the editor aside, under an id of its own. */
function putAside(state: DeskState, segmentId: string, id: string): DeskState {
  const text = state.entries[segmentId]?.kept.text;
  if (text === undefined) return state;
  return withAside(state, { kind: 'aside', segmentId, holder: id, value: { text } });
}

function endAct(state: DeskState, segmentId: string, standing: 'waiting' | 'refused', fault: Fault): DeskState {
  const act = state.acts[segmentId];
  return act ? withAct(state, segmentId, { ...act, standing, fault }) : state;
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
