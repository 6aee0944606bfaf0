/**
 * The desk at work: sends what is typed and decided, one thing at a time per segment, and never forgets a text before
 * the server has it. Outside React, so that a save goes on when its row has left the screen; the world (server, device,
 * cache) is handed in, so that the tests need none of it.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { Problem, type call as callServer } from '../api.ts';
import { asideKnown, conflictOf, knownAlready, openingState, reduceDesk } from './desk-state.ts';
import type { Act, AsideText, DeskEvent, DeskState, Fault, SentAct } from './desk-state.ts';
import { keepInStep, takenBack } from './keeping.ts';
import type { UnsavedStore } from './unsaved-store.ts';
import { attemptOf, type Saved } from './unsaved.ts';

export interface DeskWorld {
  readonly documentId: string;
  readonly locale: Locale;
  readonly call: typeof callServer;
  readonly store: UnsavedStore;
  readonly newId: () => string;
  /** The newest target we know, and where a newer one is put. */
  readonly target: (segmentId: string) => TargetView | undefined;
  readonly putTarget: (segmentId: string, target: TargetView) => void;
}

/**
 * `drawn` is the target as the screen showed it when the person typed or decided. A newer one may be known already and
 * not drawn yet: a text based on that one would overwrite what nobody here has seen.
 */
export interface Desk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps the text on this device, at once. */
  readonly type: (segmentId: string, text: string, drawn: Saved) => void;
  /** Sends what is unsaved of a segment. Gives whether all of it got there. */
  readonly save: (segmentId: string) => Promise<boolean>;
  /** Saves, then judges. Gives whether the server took it. */
  readonly act: (segmentId: string, act: Act, drawn: Saved) => Promise<boolean>;
  /** Sends again whatever found no connection. */
  readonly retry: () => Promise<void>;
  readonly keepMine: (segmentId: string, drawn: Saved) => void;
  readonly takeTheirs: (segmentId: string) => void;
  /** Brings a text back that was put aside; the one that stands in the editor takes its place. */
  readonly bringBack: (item: AsideText, drawn: Saved) => void;
  readonly discard: (item: AsideText) => void;
  /** The server's targets have changed: forgets texts that it already has. */
  readonly reconcile: () => void;
  /** Another tab has changed what is kept: lets go of what was its own. */
  readonly followTabs: () => void;
}

/** An answer that has not come by then is lost: the same decision goes again, and the server knows it by its id. */
const patienceMs = 30_000;

const lines = {
  save: 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale',
  review: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review',
  approve: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve',
  return: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return',
  reopen: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen',
} as const;

export function openDesk(world: DeskWorld): Desk {
  const { documentId, locale, store, newId } = world;
  let state = openingState(store.read(), store.tab);
  const listeners = new Set<() => void>();
  const queues = new Map<string, Promise<unknown>>();
  /** The targets as our own last decisions left them. */
  const ours = new Map<string, TargetView>();

  function dispatch(event: DeskEvent): void {
    const before = state;
    state = reduceDesk(state, event);
    if (state === before) return;
    const { segmentId } = event;
    if (!keepInStep(store, segmentId, before, state)) state = reduceDesk(state, { type: 'unkept', segmentId });
    for (const listener of listeners) listener();
  }

  /** One thing at a time per segment: an approval waits for the save before it. */
  function inTurn<T>(segmentId: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(segmentId) ?? Promise.resolve()).then(work);
    queues.set(
      segmentId,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async function saveNow(segmentId: string): Promise<boolean> {
    if (!(await settleAct(segmentId))) return false;
    const goal = state.entries[segmentId]?.kept.text;
    for (let done = false; !done;) {
      const entry = state.entries[segmentId];
      const target = world.target(segmentId);
      if (!entry) return true;
      if (target && conflictOf(state, segmentId, target)) return false;
      const attempt = attemptOf(entry.kept);
      done = attempt.text === goal;
      if (!(await send(segmentId))) return false;
    }
    return true;
  }

  /** An act that is not answered may have moved the revision on: it goes again before a text that was typed since. */
  async function settleAct(segmentId: string): Promise<boolean> {
    const entry = state.acts[segmentId];
    if (entry?.standing !== 'waiting') return true;
    await sendAct(segmentId, entry);
    const fault = state.acts[segmentId]?.standing === 'waiting' && state.acts[segmentId].fault;
    if (fault) dispatch({ type: 'unanswered', segmentId, fault });
    return !fault;
  }

  async function send(segmentId: string): Promise<boolean> {
    const entry = state.entries[segmentId];
    if (!entry) return true;
    const attempt = attemptOf(entry.kept);
    dispatch({ type: 'sending', segmentId });
    try {
      const params = { documentId, segmentId, locale };
      const target = await world.call(lines.save, { params, body: attempt }, patience());
      putOurs(segmentId, target);
      dispatch({ type: 'taken', segmentId, attempt, revision: target.revision });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.current) world.putTarget(segmentId, problem.current);
      dispatch({ type: mayPass(problem) ? 'unanswered' : 'refused', segmentId, fault: faultOf(problem) });
      if (problem !== error) throw error;
      return false;
    }
  }

  async function actNow(segmentId: string, act: Act, drawn: Saved): Promise<boolean> {
    if (!(await saveNow(segmentId))) return false;
    const { revision, text } = seen(segmentId, drawn);
    return sendAct(segmentId, { act, decisionId: newId(), baseRevision: revision, text });
  }

  async function sendAct(segmentId: string, { act, decisionId, baseRevision, text }: SentAct): Promise<boolean> {
    dispatch({ type: 'acting', segmentId, act, decisionId, baseRevision, text });
    try {
      const next = await judge(segmentId, act, { decisionId, baseRevision });
      putOurs(segmentId, next);
      dispatch({ type: 'acted', segmentId, from: baseRevision, to: next.revision });
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.current) world.putTarget(segmentId, problem.current);
      dispatch({ type: mayPass(problem) ? 'act-unanswered' : 'act-refused', segmentId, fault: faultOf(problem) });
      if (problem !== error) throw error;
      return false;
    }
  }

  function judge(segmentId: string, { kind, words }: Act, head: { decisionId: string; baseRevision: number }) {
    const params = { documentId, segmentId, locale };
    if (kind === 'return')
      return world.call(lines.return, { params, body: { ...head, reason: words ?? '' } }, patience());
    if (kind === 'approve')
      return world.call(lines.approve, { params, body: { ...head, ...(words && { dismiss: words }) } }, patience());
    return world.call(lines[kind], { params, body: head }, patience());
  }

  function putOurs(segmentId: string, target: TargetView): void {
    ours.set(segmentId, target);
    world.putTarget(segmentId, target);
  }

  /** What a person goes on from: what was drawn, or what their own decision has made of it since. */
  function seen(segmentId: string, drawn: Saved): Saved {
    const made = ours.get(segmentId);
    return made && made.revision > drawn.revision ? made : drawn;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (segmentId, text, drawn) =>
      dispatch({ type: 'typed', segmentId, text, saved: seen(segmentId, drawn), newId: newId() }),
    save: (segmentId) => inTurn(segmentId, () => saveNow(segmentId)),
    act: (segmentId, act, drawn) => inTurn(segmentId, () => actNow(segmentId, act, drawn)),
    async retry() {
      const texts = Object.keys(state.entries).filter((id) => state.entries[id]?.standing === 'waiting');
      await Promise.all(texts.map((segmentId) => inTurn(segmentId, () => saveNow(segmentId))));
      const acts = Object.entries(state.acts).filter(([, { standing }]) => standing === 'waiting');
      await Promise.all(acts.map(([segmentId]) => inTurn(segmentId, () => settleAct(segmentId))));
    },
    keepMine: (segmentId, drawn) =>
      dispatch({ type: 'kept-mine', segmentId, saved: seen(segmentId, drawn), newId: newId() }),
    takeTheirs: (segmentId) => dispatch({ type: 'took-theirs', segmentId, newId: newId() }),
    bringBack(item, drawn) {
      const { segmentId } = item;
      dispatch({ type: 'brought-back', segmentId, item, saved: seen(segmentId, drawn), newId: newId() });
    },
    discard: (item) => dispatch({ type: 'discarded', segmentId: item.segmentId, item }),
    reconcile() {
      for (const segmentId of knownAlready(state, world.target)) {
        const attempt = state.entries[segmentId]?.kept;
        const revision = world.target(segmentId)?.revision;
        if (attempt && revision !== undefined) dispatch({ type: 'taken', segmentId, attempt, revision });
      }
      for (const item of asideKnown(state, world.target)) {
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

/**
 * What is no `Problem` is a bug of ours. It is thrown on, but leaves nothing at "sending": whether the request took
 * effect is not known, as with a server in trouble.
 */
function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: 'server.fault', status: 500, params: {} });
}

function patience(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}

/** No answer, a server in trouble, too many requests or a lost session: the same request may pass later. */
function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

function faultOf({ code, params }: Problem): Fault {
  return { code, params };
}
