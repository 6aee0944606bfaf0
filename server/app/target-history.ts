/**
 * What was decided on one target, read from the decisions: its history, the texts to compare the present one with, and
 * what it was at an earlier revision.
 */
import { isTargetDecision, type TargetDecision } from '../domain/decision.ts';
import { livePublication } from '../domain/edition.ts';
import { untouched, type Target } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import { targetAfter } from '../domain/workflow.ts';
import type { Recorded, World } from '../ports.ts';
import { locate, type TargetKey } from './target-view.ts';

/** The decisions on one target, newest first. */
export async function targetHistory(
  world: World,
  key: TargetKey,
): Promise<{ readonly ok: true; readonly entries: ReadonlyArray<Recorded<TargetDecision>> } | Refusal> {
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
    previous: history.filter(({ decision }) => 'text' in decision).at(-2)?.revision,
    approved: history.findLast(({ decision }) => decision.kind === 'target.approved')?.revision,
    published,
  };
  const revision = upTo[base];
  if (revision === undefined) return { ok: true };
  const text = history.findLast((entry) => 'text' in entry.decision && (entry.revision ?? 0) <= revision)?.decision;
  return { ok: true, revision, ...(text && 'text' in text && { text: text.text }) };
}

/** The target at a revision, by doing again what was decided on it. */
export async function targetAt(world: World, key: TargetKey, revision: number): Promise<Target> {
  const history = (await historyOf(world, key)).filter((entry) => (entry.revision ?? 0) <= revision);
  return history.reduce((target, { decision }) => targetAfter(target, decision), untouched);
}

async function historyOf(world: World, { documentId, segmentId, locale }: TargetKey) {
  const recorded = await world.store.decisions(documentId, { target: { locale, segmentId } });
  return recorded.filter((entry): entry is Recorded<TargetDecision> => isTargetDecision(entry.decision));
}
