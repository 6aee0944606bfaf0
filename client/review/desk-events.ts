/**
 * What happens at the desk, and what becomes of its state by it: one table, a row for each kind of event. To add one: a
 * member of `DeskEvent` and its row; the compiler asks for it.
 */
import { withAct, withAside, withEntry, withoutAside, withoutItem, withWords } from './desk-parts.ts';
import { isSent, wordingOf } from './desk-state.ts';
import type { Answer, AsideText, DeskState, Entry, Fault, HeldAct, SentAct, Wording, Words } from './desk-state.ts';
import type { Item } from './unsaved-store.ts';
import { begun, carried, rebased, refused, sending, taken, typed } from './unsaved.ts';
import type { Attempt, Saved } from './unsaved.ts';

export type DeskEvent = { readonly segmentId: string } & (
  | { readonly type: 'typed'; readonly text: string; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'unkept' }
  | { readonly type: 'sending'; readonly attempt: Attempt }
  | { readonly type: 'taken'; readonly attempt: Attempt; readonly revision: number }
  | { readonly type: 'unanswered'; readonly fault: Fault | undefined }
  | { readonly type: 'refused'; readonly fault: Fault }
  | { readonly type: 'kept-mine'; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'took-theirs'; readonly newId: string }
  | { readonly type: 'merged'; readonly text: string; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'brought-back'; readonly item: AsideText; readonly saved: Saved; readonly newId: string }
  | { readonly type: 'discarded'; readonly item: AsideText }
  | { readonly type: 'taken-back'; readonly item: Item }
  | { readonly type: 'worded'; readonly wording: Wording; readonly answer: Answer }
  | { readonly type: 'acting'; readonly kept: HeldAct | SentAct }
  | { readonly type: 'acted'; readonly from: number; readonly to: number; readonly keptText: boolean }
  | { readonly type: 'act-unanswered'; readonly fault: Fault | undefined }
  | { readonly type: 'act-refused'; readonly fault: Fault }
);

type EventOf<T extends DeskEvent['type']> = Extract<DeskEvent, { type: T }> & { readonly segmentId: string };
type Rules = { readonly [T in DeskEvent['type']]: (state: DeskState, event: EventOf<T>) => DeskState };

export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  return rules[event.type](state, event as never);
}

const rules: Rules = {
  typed: (state, { segmentId, text, saved, newId }) => {
    const entry = state.entries[segmentId];
    const kept = typed(entry?.kept, text, saved, newId);
    const standing = entry?.kept.sent ? entry.standing : 'typed';
    return withEntry(withoutJudgementOf(state, segmentId, text), segmentId, kept && { kept, standing });
  },
  unkept: (state, { segmentId }) => changeEntry(state, segmentId, (entry) => ({ ...entry, unkept: true })),
  sending: (state, { segmentId, attempt }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept: sending(kept, attempt), standing: 'sending' })),
  taken: (state, { segmentId, attempt, revision }) =>
    changeEntry(state, segmentId, (entry) => {
      const kept = taken(entry.kept, attempt, revision);
      return kept && { kept, standing: 'typed' };
    }),
  unanswered: (state, { segmentId, fault }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept, standing: 'waiting', ...(fault && { fault }) })),
  refused: (state, { segmentId, fault }) =>
    changeEntry(state, segmentId, ({ kept }) => ({ kept: refused(kept), standing: 'refused', fault })),
  'kept-mine': (state, { segmentId, saved, newId }) =>
    changeEntry(withoutRefusal(state, segmentId), segmentId, ({ kept }) => ({
      kept: rebased(kept, saved, newId),
      standing: 'typed',
    })),
  'took-theirs': (state, { segmentId, newId }) =>
    withEntry(putAside(withoutRefusal(state, segmentId), segmentId, newId), segmentId, undefined),
  merged: (state, { segmentId, text, saved, newId }) => {
    const mine = state.entries[segmentId]?.kept.text;
    const kept = text === saved.text ? undefined : begun(text, saved, newId);
    const decided = withoutRefusal(state, segmentId);
    const aside = mine === text ? decided : putAside(decided, segmentId, newId);
    return withEntry(aside, segmentId, kept && { kept, standing: 'typed' });
  },
  'brought-back': (state, { segmentId, item, saved, newId }) => {
    const kept = begun(item.value.text, saved, newId);
    const swapped = putAside(withoutAside(state, item), segmentId, newId);
    return withEntry(swapped, segmentId, { kept, standing: 'typed' });
  },
  discarded: (state, { segmentId, item }) =>
    state.entries[segmentId]?.kept === item.value ? withEntry(state, segmentId, undefined) : withoutAside(state, item),
  'taken-back': (state, { item }) => withoutItem(state, item),
  worded: (state, { segmentId, wording, answer }) => {
    const { [wording]: _, ...others } = state.words[segmentId]?.kept ?? {};
    const kept = { ...others, ...(answer.words !== '' && { [wording]: answer.words }) };
    return withWords(state, segmentId, { kept: wording === 'return' ? withCategories(kept, answer) : kept });
  },
  acting: (state, { segmentId, kept }) => withAct(state, segmentId, { kept, standing: 'sending' }),
  acted: (state, { segmentId, from, to, keptText }) =>
    changeEntry(withoutAct(state, segmentId), segmentId, ({ kept, standing, fault }) => ({
      kept: keptText ? carried(kept, from, to) : kept,
      standing,
      ...(fault && { fault }),
    })),
  'act-unanswered': (state, { segmentId, fault }) => endAct(state, segmentId, 'waiting', fault),
  'act-refused': (state, { segmentId, fault }) => endAct(state, segmentId, 'refused', fault),
};

function withCategories(kept: Words, { categories = [] }: Answer): Words {
  const { categories: _, ...words } = kept;
  return { ...words, ...(categories.length > 0 && { categories }) };
}

function changeEntry(state: DeskState, segmentId: string, change: (entry: Entry) => Entry | undefined): DeskState {
  const entry = state.entries[segmentId];
  return entry ? withEntry(state, segmentId, change(entry)) : state;
}

/** After an act was taken: its words are with the server. */
function withoutAct(state: DeskState, segmentId: string): DeskState {
  const act = state.acts[segmentId]?.kept.act;
  const wording = act && wordingOf(act);
  const told = wording ? rules.worded(state, { type: 'worded', segmentId, wording, answer: { words: '' } }) : state;
  return withAct(told, segmentId, undefined);
}

/** A refusal is over when the text changes, and so is a judgement that waits for the text before it. */
function withoutJudgementOf(state: DeskState, segmentId: string, text: string): DeskState {
  const entry = state.acts[segmentId];
  const isHeld = entry?.standing === 'waiting' && !isSent(entry.kept) && entry.kept.text !== text;
  const stays = !isHeld && entry?.standing !== 'refused';
  return stays ? state : withAct(state, segmentId, undefined);
}

/** What was refused is over when the person has chosen how to go on. */
function withoutRefusal(state: DeskState, segmentId: string): DeskState {
  return state.acts[segmentId]?.standing === 'refused' ? withAct(state, segmentId, undefined) : state;
}

/** Puts the text that stands in the editor aside, under an id of its own. */
function putAside(state: DeskState, segmentId: string, id: string): DeskState {
  const text = state.entries[segmentId]?.kept.text;
  if (text === undefined) return state;
  return withAside(state, { kind: 'aside', segmentId, holder: id, value: { text } });
}

function endAct(state: DeskState, segmentId: string, standing: 'waiting' | 'refused', fault?: Fault): DeskState {
  const act = state.acts[segmentId];
  return act ? withAct(state, segmentId, { kept: act.kept, standing, ...(fault && { fault }) }) : state;
}
