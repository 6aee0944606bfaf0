/**
 * What goes out to the server, and in which order: for each segment one thing at a time, as it was made. First an act that
 * was sent and not answered (it may have moved the revision on), then the text, then a judgement of that text.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { DeskEvent } from './desk-events.ts';
import { conflictOf, isSent, reshapes, type Act, type DeskState, type SentAct, type Standing } from './desk-state.ts';
import type { Failure, Sender } from './sender.ts';
import type { TimeMeter } from './time-meter.ts';
import { attemptOf, type Saved } from './unsaved.ts';

export interface OutboxWorld {
  readonly send: Sender;
  readonly state: () => DeskState;
  readonly dispatch: (event: DeskEvent) => void;
  readonly newId: () => string;
  readonly meter: Pick<TimeMeter, 'take' | 'giveBack'>;
  /** The newest target we know, and where a newer one is put. */
  readonly target: (segmentId: string) => TargetView | undefined;
  readonly putTarget: (segmentId: string, target: TargetView) => void;
}

/** A decision of this desk that the server has taken. */
export interface Decided {
  readonly segmentId: string;
  readonly decisionId: string;
}

/** What was decided on many segments at once, outside the outbox, and how it is taken back. */
export interface ManyDecided {
  readonly takeBack: () => void;
}

export interface Outbox {
  readonly save: (segmentId: string) => Promise<boolean>;
  readonly act: (segmentId: string, act: Act, drawn: Saved) => Promise<boolean>;
  readonly retry: () => Promise<readonly string[]>;
  /** The last decision of this desk that can be taken back. */
  readonly lastDecided: () => Decided | ManyDecided | undefined;
  /** Many were decided: the last thing done, until something else is. */
  readonly did: (many: ManyDecided) => void;
  /** It cannot be taken back any more. */
  readonly forget: (decided: Decided | ManyDecided) => void;
  /** What a person goes on from: what was drawn, or what their own decision has made of it since. */
  readonly seen: (segmentId: string, drawn: Saved) => Saved;
}

type FailureEvent = `${'' | 'act-'}${Failure['type']}`;

/** A target that nobody has written. */
export const nothing: Saved = { text: '', revision: 0 };

export function openOutbox({ send, state, dispatch, newId, meter, target, putTarget }: OutboxWorld): Outbox {
  const queues = new Map<string, Promise<unknown>>();
  /** The targets as our own last decisions left them. */
  const ours = new Map<string, TargetView>();
  /** What was decided here and can be taken back, the latest last. */
  const decided: Array<Decided | ManyDecided> = [];

  function inTurn<T>(segmentId: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(segmentId) ?? Promise.resolve()).then(work);
    queues.set(
      segmentId,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** Everything that is to go out for a segment. Gives whether all of it got there. */
  async function settle(segmentId: string, drawn?: Saved): Promise<boolean> {
    if (!(await settleBefore(segmentId))) return false;
    try {
      return (await saveText(segmentId)) && (await sendHeldAct(segmentId, drawn));
    } finally {
      holdBack(segmentId);
    }
  }

  /** An act whose text did not get there waits with it, or is refused where the text was refused or overtaken. */
  function holdBack(segmentId: string): void {
    const act = state().acts[segmentId];
    const text = state().entries[segmentId];
    if (!act || isSent(act.kept)) return;
    if (text?.standing === 'waiting') dispatch({ type: 'act-unanswered', segmentId, fault: text.fault });
    else dispatch({ type: 'act-refused', segmentId, fault: text?.fault ?? { code: 'target.stale', params: {} } });
  }

  /** The text waits as long as the act before it does. */
  async function settleBefore(segmentId: string): Promise<boolean> {
    if (await settleSentAct(segmentId)) return true;
    dispatch({ type: 'unanswered', segmentId, fault: state().acts[segmentId]?.fault });
    return false;
  }

  async function settleSentAct(segmentId: string): Promise<boolean> {
    const entry = state().acts[segmentId];
    if (entry?.standing !== 'waiting' || !isSent(entry.kept)) return true;
    await sendAct(segmentId, entry.kept);
    return state().acts[segmentId]?.standing !== 'waiting';
  }

  async function saveText(segmentId: string): Promise<boolean> {
    const goal = state().entries[segmentId]?.kept.text;
    for (let done = false; !done;) {
      const entry = state().entries[segmentId];
      const known = target(segmentId);
      if (!entry) return true;
      if (known && conflictOf(state(), segmentId, known)) return false;
      const attempt = entry.kept.sent ?? { ...attemptOf(entry.kept), ...meter.take(segmentId) };
      done = attempt.text === goal;
      dispatch({ type: 'sending', segmentId, attempt });
      const outcome = await send.save(segmentId, attempt);
      if (outcome.type !== 'taken') return fail(segmentId, attempt, outcome, outcome.type);
      decided.push({ segmentId, decisionId: attempt.decisionId });
      putOurs(segmentId, outcome.target);
      dispatch({ type: 'taken', segmentId, attempt, revision: outcome.target.revision });
    }
    return true;
  }

  /** A judgement is of one text. Where another stands there by now, it falls: nobody has judged that one. */
  async function sendHeldAct(segmentId: string, drawn: Saved | undefined): Promise<boolean> {
    const entry = state().acts[segmentId];
    if (!entry || isSent(entry.kept)) return true;
    const base = seen(segmentId, drawn ?? target(segmentId) ?? nothing);
    const { kept } = entry;
    const time = reshapes.has(kept.act.kind) ? {} : meter.take(segmentId);
    return base.text === kept.text && sendAct(segmentId, { ...kept, baseRevision: base.revision, ...time });
  }

  async function sendAct(segmentId: string, kept: SentAct): Promise<boolean> {
    dispatch({ type: 'acting', segmentId, kept });
    const { act, decisionId, baseRevision, activeMs } = kept;
    const head = { decisionId, baseRevision, ...(activeMs !== undefined && { activeMs }) };
    const outcome = await send.judge(segmentId, act, head);
    if (outcome.type !== 'taken') return fail(segmentId, kept, outcome, `act-${outcome.type}`);
    recall(segmentId, act, decisionId);
    // A person who has not seen a new text goes on from the one before it, and meets it as a conflict.
    const keptText = outcome.target.text === kept.text;
    (keptText ? putOurs : putTarget)(segmentId, outcome.target);
    dispatch({ type: 'acted', segmentId, from: baseRevision, to: outcome.target.revision, keptText });
    return true;
  }

  /** An undo leaves nothing to take back but what came before the decision that it took back. */
  function recall(segmentId: string, { undoes }: Act, decisionId: string): void {
    const at = decided.findIndex((one) => 'decisionId' in one && one.decisionId === undoes);
    if (at >= 0) decided.splice(at, 1);
    else decided.push({ segmentId, decisionId });
  }

  function fail(
    segmentId: string,
    { activeMs }: { readonly activeMs?: number },
    { type: outcome, fault, current, bug }: Failure,
    type: FailureEvent,
  ): false {
    // Without an answer it may have been told: it goes again under the same id, and not under another.
    if (outcome === 'refused') meter.giveBack(segmentId, activeMs);
    if (current) putTarget(segmentId, current);
    dispatch({ type, segmentId, fault });
    if (bug) throw bug;
    return false;
  }

  async function judge(segmentId: string, act: Act, text: string, drawn: Saved): Promise<boolean> {
    if (!(await settleBefore(segmentId))) return false;
    dispatch({ type: 'acting', segmentId, kept: { act, decisionId: newId(), text } });
    return settle(segmentId, drawn);
  }

  /** An act that was sent goes again by itself; a text that somebody is writing does not. */
  function again(segmentId: string): Promise<boolean> {
    const isWriting = state().entries[segmentId]?.standing === 'typed';
    return inTurn(segmentId, () => (isWriting ? settleSentAct(segmentId) : settle(segmentId)));
  }

  function putOurs(segmentId: string, made: TargetView): void {
    ours.set(segmentId, made);
    putTarget(segmentId, made);
  }

  function seen(segmentId: string, drawn: Saved): Saved {
    const made = ours.get(segmentId);
    return made && made.revision > drawn.revision ? made : drawn;
  }

  return {
    seen,
    lastDecided: () => decided.at(-1),
    did: (many) => void decided.push(many),
    forget(given) {
      const at = decided.indexOf(given);
      if (at >= 0) decided.splice(at, 1);
    },
    save: (segmentId) => inTurn(segmentId, () => settle(segmentId)),
    act(segmentId, act, drawn) {
      const text = state().entries[segmentId]?.kept.text ?? seen(segmentId, drawn).text;
      return inTurn(segmentId, () => judge(segmentId, act, text, drawn));
    },
    async retry() {
      const isWaiting = ([, { standing }]: readonly [string, { readonly standing: Standing }]): boolean =>
        standing === 'waiting';
      const acts = Object.fromEntries(Object.entries(state().acts).filter(isWaiting));
      const waiting = [...Object.entries(state().entries).filter(isWaiting), ...Object.entries(acts)];
      await Promise.all([...new Set(waiting.map(([segmentId]) => segmentId))].map(again));
      return Object.keys(acts).filter((segmentId) => state().acts[segmentId]?.standing === 'refused');
    },
  };
}
