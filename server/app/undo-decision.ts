/**
 * Taking decisions back. What stood before a decision is read from the decisions themselves, and an undo writes it out
 * in full: it is a decision like any other, has a history, and can be taken back. No publication changes by it.
 */
import { isTargetDecision, type DecisionHead, type DecisionOnTarget, type TargetRestored } from '../domain/decision.ts';
import type { DecisionId, DocumentId, MemberId, SegmentId, Target } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { standingsOf, subjectsOf, undoable } from '../domain/history.ts';
import type { Locale } from '../domain/locale.ts';
import type { Recorded, World } from '../ports.ts';
import { othersTurn } from './others-turn.ts';
import { answerOnTarget, commitOnTarget, type ActOutcome } from './review-segment.ts';
import { historiesOf, historyOf } from './target-history.ts';
import { inView, locate, type TargetKey } from './target-view.ts';

export interface UndoOrder extends TargetKey {
  /** The undo's own id. */
  readonly decisionId: DecisionId;
  /** The decision to take back; without it, the last one on this target. */
  readonly undoes?: DecisionId;
  readonly baseRevision: number;
  readonly by: MemberId;
}

/**
 * Takes one decision back: all its targets are again what they were. Sent again, it gives the same answer.
 * Refusals: document.unknown, locale.unknown, segment.unknown, target.stale (with `current`), undo.nothing,
 * undo.overtaken, undo.not-yours, decision.reused.
 */
export async function undoOnTarget(world: World, order: UndoOrder): Promise<ActOutcome> {
  const found = await locate(world, order);
  const histories = openHistories(world, order);
  await histories.of(order.segmentId);
  // After the history: what was recorded before it was read is known by now.
  const known = await world.store.byDecisionId(order.decisionId);
  if (known) return isSame(known, order) ? answerOnTarget(world, order, known) : refuse('decision.reused');
  if (!found.ok) return found;
  const { segment, target } = found;
  if (target.revision !== order.baseRevision) {
    return { ...refuse('target.stale', { revision: target.revision }), current: inView(world, segment, target) };
  }
  const restored = await restoring(world, order, histories);
  return restored.ok ? commitOnTarget(world, order, restored.decision) : restored;
}

export interface ManyUndone {
  readonly ok: true;
  readonly undone: number;
  readonly refused: ReadonlyArray<Pick<Refusal, 'code' | 'params'> & { readonly decisionId: DecisionId }>;
}

export interface UndoManyOrder {
  readonly documentId: DocumentId;
  readonly locale: Locale;
  readonly decisionIds: readonly DecisionId[];
  readonly by: MemberId;
}

/** So often is worked out again, each time somebody else was faster, before the whole is refused. */
const patience = 5;

/**
 * Takes many decisions on one edition's targets back in one commit, the latest first: those that can be, with the
 * others' refusals beside them. What this person has taken back already counts as done, so a list whose answer was lost
 * can be sent again. Refusals: document.unknown, locale.unknown, target.stale, and those of the store.
 */
export async function undoMany(world: World, order: UndoManyOrder): Promise<ManyUndone | Refusal> {
  const { documentId, locale } = order;
  let last = refuse('target.stale');
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const document = await world.store.document(documentId);
    if (document === undefined) return refuse('document.unknown');
    if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
    const { undone, refused } = await restoringMany(world, order);
    const committed = await world.store.commit({ stream: documentId, decisions: undone });
    if (committed.ok) return { ok: true, undone: new Set(order.decisionIds).size - refused.length, refused };
    if (committed.code !== 'target.stale') return committed;
    last = committed;
  }
  return last;
}

/** After so many others have their turn: some milliseconds. */
const undosPerTurn = 256;

/** Each undo is worked out upon those before it. */
async function restoringMany(
  world: World,
  order: UndoManyOrder,
): Promise<{
  readonly undone: readonly Restored[];
  readonly refused: ManyUndone['refused'];
}> {
  const { locale, by } = order;
  const decisions = await latestFirst(world, order);
  const histories = openHistories(world, order, await historiesOf(world, order, decisions.flatMap(subjectsOf)));
  const undone: Restored[] = [];
  const refusals = new Map<DecisionId, Refusal>(order.decisionIds.map((id) => [id, refuse('undo.nothing')]));
  for (const [index, { id: undoes, segmentId }] of decisions.entries()) {
    if (index % undosPerTurn === 0) await othersTurn();
    const one = { segmentId, locale, undoes, decisionId: world.newId.uuid(), by };
    const restored = await restoring(world, one, histories);
    if (restored.ok) {
      refusals.delete(undoes);
      undone.push(restored.decision);
      await histories.add(restored.decision);
    } else if (isUndone(undoes, by, await histories.of(segmentId))) {
      refusals.delete(undoes);
    } else refusals.set(undoes, restored);
  }
  return {
    undone,
    refused: [...refusals].map(([decisionId, { code, params }]) => ({ decisionId, code, params })),
  };
}

/** Taken back by this person, and not brought back since. */
function isUndone(id: DecisionId, by: MemberId, history: readonly DecisionOnTarget[]): boolean {
  const restored = history.findLast(({ undoes }) => undoes === id);
  return restored?.by === by && !history.some(({ undoes }) => undoes === restored.id);
}

async function latestFirst(
  { store }: World,
  { documentId, locale, decisionIds }: UndoManyOrder,
): Promise<DecisionOnTarget[]> {
  const found = await Promise.all(Array.from(new Set(decisionIds), (id) => store.byDecisionId(id)));
  return found
    .flatMap((entry) => (entry?.stream === documentId ? [entry] : []))
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ decision }) => decision)
    .filter(isTargetDecision)
    .filter((decision) => decision.locale === locale);
}

type Restored = DecisionHead & TargetRestored;

/** The undo of a decision, worked out on the histories of all its targets. */
async function restoring(
  world: World,
  order: Omit<UndoOrder, 'documentId' | 'baseRevision'>,
  histories: Histories,
): Promise<{ readonly ok: true; readonly decision: Restored } | Refusal> {
  const { segmentId, locale, decisionId: id, by } = order;
  const taken = undoable(segmentId, await histories.of(segmentId), order);
  if (!taken.ok) return taken;
  const { id: undoes } = taken.decision;
  const targets: Array<readonly [SegmentId, Target]> = [];
  for (const subject of subjectsOf(taken.decision)) {
    const history = await histories.of(subject);
    const before = undoable(subject, history, { undoes, by });
    if (!before.ok) return before;
    const now = [...standingsOf(subject, history)].at(-1);
    targets.push([subject, { ...before.before, revision: (now?.target.revision ?? 0) + 1 }]);
  }
  const head = { id, at: world.clock.now(), by };
  return { ok: true, decision: { ...head, kind: 'target.restored', segmentId, locale, undoes, targets } };
}

interface Histories {
  readonly of: (segmentId: SegmentId) => Promise<readonly DecisionOnTarget[]>;
  /** A decision that will follow them. */
  readonly add: (decision: DecisionOnTarget) => Promise<void>;
}

/** The histories of an edition's targets, each read once; `read`: those that were read already. */
function openHistories(
  world: World,
  { documentId, locale }: Pick<TargetKey, 'documentId' | 'locale'>,
  read = new Map<SegmentId, readonly DecisionOnTarget[]>(),
): Histories {
  async function of(segmentId: SegmentId): Promise<readonly DecisionOnTarget[]> {
    const known = read.get(segmentId);
    if (known) return known;
    const history = (await historyOf(world, { documentId, segmentId, locale })).map(({ decision }) => decision);
    read.set(segmentId, history);
    return history;
  }
  return {
    of,
    async add(decision) {
      for (const subject of subjectsOf(decision)) read.set(subject, [...(await of(subject)), decision]);
    },
  };
}

function isSame({ stream, decision }: Recorded, { documentId, segmentId, locale, undoes, by }: UndoOrder): boolean {
  return (
    stream === documentId &&
    decision.kind === 'target.restored' &&
    decision.segmentId === segmentId &&
    decision.locale === locale &&
    decision.by === by &&
    (undoes === undefined || decision.undoes === undoes)
  );
}
