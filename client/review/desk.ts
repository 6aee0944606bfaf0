/**
 * The desk at work: takes what is typed and decided, keeps it on the device and sends it, and never forgets a text before
 * the server has it. Outside React, so that a save goes on when its row has left the screen; the world (server, device,
 * cache) is handed in, so that the tests need none of it.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { call as callServer } from '../api.ts';
import { reduceDesk, type DeskEvent } from './desk-events.ts';
import { asideKnown, knownAlready } from './desk-state.ts';
import type { Act, Answer, AsideText, DeskState, Wording } from './desk-state.ts';
import { keepInStep, takenBack } from './keeping.ts';
import { openingState } from './opening-state.ts';
import { nothing, openOutbox, type Decided, type ManyDecided } from './outbox.ts';
import { sender } from './sender.ts';
import type { TimeMeter } from './time-meter.ts';
import type { UnsavedStore } from './unsaved-store.ts';
import type { Saved } from './unsaved.ts';

export interface DeskWorld {
  readonly documentId: string;
  readonly locale: Locale;
  readonly call: typeof callServer;
  readonly store: UnsavedStore;
  readonly newId: () => string;
  readonly meter: TimeMeter;
  /** The newest target we know, and where a newer one is put. */
  readonly target: (segmentId: string) => TargetView | undefined;
  readonly putTarget: (segmentId: string, target: TargetView) => void;
}

/**
 * `drawn` is the target as the screen showed it when the person typed or decided. A newer one may be known already and
 * not drawn yet: a text based on that one would overwrite what nobody here has seen.
 */
export interface Desk {
  readonly meter: TimeMeter;
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps the text on this device, at once. */
  readonly type: (segmentId: string, text: string, drawn: Saved) => void;
  /** Keeps the words of a question on this device, at once: until the act that they belong to is taken. */
  readonly word: (segmentId: string, wording: Wording, answer: Answer) => void;
  /** Sends what is unsaved of a segment. Gives whether all of it got there. */
  readonly save: (segmentId: string) => Promise<boolean>;
  /** Saves, then judges what was saved. Gives whether the server took it. */
  readonly act: (segmentId: string, act: Act, drawn: Saved) => Promise<boolean>;
  /** The last decision made here that can be taken back, wherever it was. */
  readonly lastDecided: () => Decided | ManyDecided | undefined;
  /** Many segments were decided at once; `forget`: that was taken back, or cannot be any more. */
  readonly did: (many: ManyDecided) => void;
  readonly forget: (many: ManyDecided) => void;
  /**
   * Takes a decision of this desk back. A text that is not saved there is put aside first. Gives whether it was done; a
   * decision that somebody has gone on from is not offered again.
   */
  readonly undo: (decided: Decided) => Promise<boolean>;
  /** Sends again whatever found no connection. Gives the segments on which a decision that waited was then refused. */
  readonly retry: () => Promise<readonly string[]>;
  readonly keepMine: (segmentId: string, drawn: Saved) => void;
  readonly takeTheirs: (segmentId: string) => void;
  /** Goes on from a text that was merged of mine and theirs; mine is put aside. */
  readonly merge: (segmentId: string, text: string, drawn: Saved) => void;
  /** Brings a text back that was put aside; the one that stands in the editor takes its place. */
  readonly bringBack: (item: AsideText, drawn: Saved) => void;
  readonly discard: (item: AsideText) => void;
  /** The server's targets have changed: forgets texts that it already has. */
  readonly reconcile: () => void;
  /** Another tab has changed what is kept: lets go of what was its own. */
  readonly followTabs: () => void;
}

export function openDesk({ documentId, locale, call, store, newId, meter, target, putTarget }: DeskWorld): Desk {
  let state = openingState(store.read(), store.tab);
  const listeners = new Set<() => void>();
  const send = sender(call, documentId, locale);
  const outbox = openOutbox({ send, state: () => state, dispatch, newId, meter, target, putTarget });
  const { seen } = outbox;

  function dispatch(event: DeskEvent): void {
    const before = state;
    state = reduceDesk(state, event);
    if (state === before) return;
    const { segmentId } = event;
    if (!keepInStep(store, segmentId, before, state)) state = reduceDesk(state, { type: 'unkept', segmentId });
    for (const listener of listeners) listener();
  }

  return {
    meter,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (segmentId, text, drawn) =>
      dispatch({ type: 'typed', segmentId, text, saved: seen(segmentId, drawn), newId: newId() }),
    word: (segmentId, wording, answer) => dispatch({ type: 'worded', segmentId, wording, answer }),
    save: outbox.save,
    act: outbox.act,
    lastDecided: outbox.lastDecided,
    did: outbox.did,
    forget: outbox.forget,
    async undo(decided) {
      const { segmentId, decisionId } = decided;
      if (state.entries[segmentId]) dispatch({ type: 'took-theirs', segmentId, newId: newId() });
      const isDone = await outbox.act(segmentId, { kind: 'undo', undoes: decisionId }, target(segmentId) ?? nothing);
      if (!isDone && state.acts[segmentId]?.standing !== 'waiting') outbox.forget(decided);
      return isDone;
    },
    retry: outbox.retry,
    keepMine: (segmentId, drawn) =>
      dispatch({ type: 'kept-mine', segmentId, saved: seen(segmentId, drawn), newId: newId() }),
    takeTheirs: (segmentId) => dispatch({ type: 'took-theirs', segmentId, newId: newId() }),
    merge: (segmentId, text, drawn) =>
      dispatch({ type: 'merged', segmentId, text, saved: seen(segmentId, drawn), newId: newId() }),
    bringBack(item, drawn) {
      const { segmentId } = item;
      dispatch({ type: 'brought-back', segmentId, item, saved: seen(segmentId, drawn), newId: newId() });
    },
    discard: (item) => dispatch({ type: 'discarded', segmentId: item.segmentId, item }),
    reconcile() {
      for (const segmentId of knownAlready(state, target)) {
        const attempt = state.entries[segmentId]?.kept;
        const revision = target(segmentId)?.revision;
        if (attempt && revision !== undefined) dispatch({ type: 'taken', segmentId, attempt, revision });
      }
      for (const item of asideKnown(state, target)) {
        dispatch({ type: 'discarded', segmentId: item.segmentId, item });
      }
    },
    followTabs() {
      for (const item of takenBack(store, state)) {
        dispatch({ type: 'taken-back', segmentId: item.segmentId, item });
      }
    },
  };
}
