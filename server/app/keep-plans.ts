/**
 * When plans are looked at: after each commit to a document that has some, when the time of one comes, and all of them at
 * the start, for what came due while nobody ran. Nothing is asked in between. A plan whose time has passed and that
 * something blocks simply waits for the decision that removes it.
 */
import { siteStream } from '../domain/decision.ts';
import type { DocumentId, DocumentState, Timestamp } from '../domain/document.ts';
import { isDue } from '../domain/plan.ts';
import type { Clock, World } from '../ports.ts';
import { inTurn } from './in-turn.ts';
import { carryOutPlans } from './run-plans.ts';

export interface PlanKeeper {
  /** Looks at every plan there is. */
  resume(): Promise<void>;
  /** Resolves when no plan is being carried out. */
  idle(): Promise<void>;
  /** Ends; what is being carried out is finished first. */
  close(): Promise<void>;
}

/**
 * A timer takes 2^31 ms at most and stands still while a machine sleeps: so long ones are slept in pieces, and a clock
 * that was put right is believed after one. A plan that a full disk kept is tried again after as long.
 */
const longestSleepMs = 600_000;

/** Carries plans out from now on. */
export function keepPlans(world: World): PlanKeeper {
  const looks = new Set<Promise<void>>();
  const alarms = new Map<DocumentId, AbortController>();
  let isClosed = false;
  const unsubscribe = world.store.subscribe((recorded) => {
    for (const stream of new Set(recorded.map(({ stream }) => stream))) if (stream !== siteStream) look(stream);
  });

  function look(documentId: DocumentId): void {
    if (isClosed) return;
    const done = inTurn(looks, documentId, () => attend(documentId)).finally(() => looks.delete(done));
    looks.add(done);
  }

  async function attend(documentId: DocumentId): Promise<void> {
    try {
      if (!hasPlans(await world.store.document(documentId))) return setAlarm(documentId, undefined);
      await carryOutPlans(world, documentId);
      setAlarm(documentId, nextTime(await world.store.document(documentId), world.clock.now()));
    } catch (error) {
      world.report(error, `a plan of the document ${documentId} could not be carried out; it is tried again`);
      setAlarm(documentId, new Date(Date.parse(world.clock.now()) + longestSleepMs).toISOString());
    }
  }

  /** Looks again at a time, and not at the one that was set before. */
  function setAlarm(documentId: DocumentId, time: Timestamp | undefined): void {
    alarms.get(documentId)?.abort(new Error('another time was set'));
    alarms.delete(documentId);
    if (time === undefined || isClosed) return;
    const alarm = new AbortController();
    alarms.set(documentId, alarm);
    sleepUntil(world.clock, time, alarm.signal).then(
      () => look(documentId),
      () => undefined,
    );
  }

  async function idle(): Promise<void> {
    while (looks.size > 0) await Promise.all(looks);
  }

  return {
    idle,
    async resume() {
      for (const { documentId, plans } of await world.store.board('readable')) if (plans) look(documentId);
    },
    async close() {
      isClosed = true;
      unsubscribe();
      for (const alarm of alarms.values()) alarm.abort(new Error('the server is closing'));
      await idle();
    },
  };
}

function hasPlans(document: DocumentState | undefined): boolean {
  return document?.plans !== undefined && document.plans.length > 0;
}

/** When the next of its plans comes due; those whose time has come wait for something else. */
function nextTime(document: DocumentState | undefined, now: Timestamp): Timestamp | undefined {
  return (document?.plans ?? [])
    .flatMap((plan) => (plan.notBefore === undefined || isDue(plan, now) ? [] : [plan.notBefore]))
    .toSorted()[0];
}

async function sleepUntil(clock: Clock, time: Timestamp, signal: AbortSignal): Promise<void> {
  for (let left = timeLeft(clock, time); left > 0; left = timeLeft(clock, time)) {
    await clock.sleep(Math.min(left, longestSleepMs), signal);
  }
}

function timeLeft(clock: Clock, time: Timestamp): number {
  return Date.parse(time) - Date.parse(clock.now());
}
