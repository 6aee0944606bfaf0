/**
 * What decisions say about one target: which are about it, what it was after each, and which of them still stands.
 *
 * An undo does not delete; it is a decision that puts back what was. So beside the target itself a fold keeps the
 * decision that the present target comes from (`last`) with what stood before it: after an undo that is the decision
 * before the one taken back, and undoing goes on from there.
 */
import { isReshaping, seenIn, type Decision, type DecisionOnTarget } from './decision.ts';
import { untouched, type DecisionId, type SegmentId, type Target } from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { targetAfter } from './workflow.ts';

export interface TargetOf {
  readonly segmentId: SegmentId;
  readonly locale: string;
}

/** The segments whose targets a decision changes, its own first. */
export function subjectsOf(decision: DecisionOnTarget): readonly SegmentId[] {
  return isReshaping(decision) ? decision.targets.map(([segmentId]) => segmentId) : [decision.segmentId];
}

/** Whether a decision changes one of these targets, however many they are. */
export function isAboutAny(targets: readonly TargetOf[]): (decision: Decision) => boolean {
  const wanted = Map.groupBy(targets, ({ locale }) => locale);
  const segments = new Map([...wanted].map(([locale, of]) => [locale, new Set(of.map(({ segmentId }) => segmentId))]));
  return (decision) =>
    [...segments].some(([locale, ids]) => {
      const seen = seenIn(locale, decision);
      return seen !== undefined && subjectsOf(seen).some((segmentId) => ids.has(segmentId));
    });
}

/** Those of the decisions that change this target, as its history has them. */
export function historyIn(decisions: Iterable<Decision>, { segmentId, locale }: TargetOf): DecisionOnTarget[] {
  return Array.from(decisions, (decision) => seenIn(locale, decision))
    .filter((decision) => decision !== undefined)
    .filter((decision) => subjectsOf(decision).includes(segmentId));
}

/** A segment's target after a decision that is about it. */
export function targetThen(target: Target, segmentId: SegmentId, decision: DecisionOnTarget): Target {
  if (!isReshaping(decision)) return targetAfter(target, decision);
  return decision.targets.find(([id]) => id === segmentId)?.[1] ?? target;
}

/** A target after all that was decided on it, and how it came to be so. */
export interface Standing {
  readonly target: Target;
  /** The decision that it comes from, and what stood before that. Absent: there is nothing to take back. */
  readonly last?: { readonly decision: DecisionOnTarget; readonly before: Standing };
}

const nothingYet: Standing = { target: untouched };

/** The standings of a target, one after each of the decisions on it, the first being that before all of them. */
export function* standingsOf(segmentId: SegmentId, history: Iterable<DecisionOnTarget>): Generator<Standing, void> {
  const before = new Map<DecisionId, Standing>();
  let standing = nothingYet;
  yield standing;
  for (const decision of history) {
    before.set(decision.id, standing);
    const target = targetThen(standing.target, segmentId, decision);
    const last = { decision, before: standing };
    // What is taken back happened while this segment was not there: it comes back as it went.
    const restored = decision.undoes === undefined ? undefined : (before.get(decision.undoes) ?? standing);
    standing = restored ? { ...restored, target } : { target, last };
    yield standing;
  }
}

/** A target as it was at a revision; the first one where that is 0. */
export function targetAt(segmentId: SegmentId, history: Iterable<DecisionOnTarget>, revision: number): Target {
  let found: Target = untouched;
  for (const { target } of standingsOf(segmentId, history)) {
    if (target.revision > revision) break;
    found = target;
  }
  return found;
}

/** The text that a decision gives a target; undefined for one that judges the text it meets. */
export function textGiven(segmentId: SegmentId, decision: DecisionOnTarget): string | undefined {
  if (isReshaping(decision)) return decision.targets.find(([id]) => id === segmentId)?.[1].text;
  return 'text' in decision ? decision.text : undefined;
}

export interface Undoable {
  readonly ok: true;
  readonly decision: DecisionOnTarget;
  /** What the target was before it. */
  readonly before: Target;
}

/**
 * What an undo takes back, and what stood before it. `undoes` names the decision; without it, the very last one. It must
 * be the last, or all that followed must have been taken back. One's own can be taken back, and anybody's machine draft.
 * Refusals: undo.nothing, undo.overtaken (something was decided since), undo.not-yours.
 */
export function undoable(
  segmentId: SegmentId,
  history: readonly DecisionOnTarget[],
  order: { readonly undoes?: DecisionId; readonly by: string },
): Undoable | Refusal {
  const standings = [...standingsOf(segmentId, history)];
  const latest = history.at(-1);
  const undoes = order.undoes ?? latest?.id;
  const at = history.findIndex(({ id }) => id === undoes);
  const decision = history[at];
  const before = standings[at]?.target;
  if (decision === undefined || before === undefined) return refuse('undo.nothing');
  // A version of the source is taken back in all editions at once.
  if (decision.kind.startsWith('source.')) return refuse('undo.overtaken');
  const stands = decision === latest || standings.at(-1)?.last?.decision === decision;
  if (!stands) return refuse('undo.overtaken');
  if (decision.by !== order.by && decision.kind !== 'target.drafted') return refuse('undo.not-yours');
  return { ok: true, decision, before };
}
