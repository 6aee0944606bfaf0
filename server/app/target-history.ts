/**
 * What was decided on one target, read from the decisions: its history, the texts to compare the present one with, and
 * what it was at an earlier revision.
 */
import { isReshaping, isTargetDecision, type DecisionOnTarget } from '../domain/decision.ts';
import { livePublication } from '../domain/edition.ts';
import type { SegmentId, Target } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import { targetAt, textGiven } from '../domain/history.ts';
import type { Recorded, World } from '../ports.ts';
import { locate, type TargetKey } from './target-view.ts';

/** The decisions on one target, newest first. */
export async function targetHistory(
  world: World,
  key: TargetKey,
): Promise<{ readonly ok: true; readonly entries: ReadonlyArray<Recorded<DecisionOnTarget>> } | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  return { ok: true, entries: (await historyOf(world, key)).toReversed() };
}

export type DiffBaseName = 'draft' | 'previous' | 'approved' | 'published';

/** The text to compare the present one with; no text where there is no such base. */
export async function diffBase(
  world: World,
  key: TargetKey,
  base: DiffBaseName,
): Promise<{ readonly ok: true; readonly text?: string; readonly revision?: number } | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  const history = await historyOf(world, key);
  const live = livePublication(found.document, key.locale);
  const published = live?.targets.find(([segmentId]) => segmentId === key.segmentId)?.[1];
  const upTo: Record<DiffBaseName, number | undefined> = {
    draft: history.findLast(({ decision }) => decision.kind === 'target.drafted')?.revision,
    previous: history.filter(({ decision }) => textGiven(key.segmentId, decision) !== undefined).at(-2)?.revision,
    approved: history.findLast(({ decision }) => decision.kind === 'target.approved')?.revision,
    published,
  };
  const revision = upTo[base];
  if (revision === undefined) return { ok: true };
  const decisions = history.map(({ decision }) => decision);
  return { ok: true, revision, text: targetAt(key.segmentId, decisions, revision).text };
}

/** The target at a revision, by doing again what was decided on it. */
export async function targetAtRevision(world: World, key: TargetKey, revision: number): Promise<Target> {
  const history = (await historyOf(world, key)).map(({ decision }) => decision);
  return targetAt(key.segmentId, history, revision);
}

/** What was decided on a target, in order, each with the revision that it gave this target. */
export async function historyOf(
  world: Pick<World, 'store'>,
  { documentId, segmentId, locale }: TargetKey,
): Promise<ReadonlyArray<Recorded<DecisionOnTarget>>> {
  const recorded = await world.store.decisions(documentId, { target: { locale, segmentId } });
  return recorded
    .filter((entry): entry is Recorded<DecisionOnTarget> => isTargetDecision(entry.decision))
    .map((entry) => ({ ...entry, ...revisionOf(segmentId, entry) }));
}

/** A decision on several targets is recorded with the revision of the first. */
function revisionOf(segmentId: SegmentId, { decision, revision }: Recorded<DecisionOnTarget>): { revision?: number } {
  const own = isReshaping(decision) ? decision.targets.find(([id]) => id === segmentId)?.[1].revision : revision;
  return own === undefined ? {} : { revision: own };
}
