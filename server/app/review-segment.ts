/**
 * Reviewing: every act of a person on a target is load → make the decision → commit, all the same way. What differs
 * between acts is data (`kind` and its own fields); whether it may happen is the domain's workflow table.
 */
import { sourceHashOf, type DecisionId, type MemberId, type Target } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Recorded, World } from '../ports.ts';
import { targetAt } from './target-history.ts';
import { inView, locate, type Located, type TargetInView, type TargetKey } from './target-view.ts';

/** What a person does, without what the server fills in. */
export type Act =
  | { readonly kind: 'target.edited'; readonly text: string }
  | { readonly kind: 'target.reviewed' }
  | { readonly kind: 'target.approved'; readonly dismissed?: string }
  | { readonly kind: 'target.returned'; readonly reason: string }
  | { readonly kind: 'target.reopened' };

export interface ActOrder extends TargetKey {
  readonly act: Act;
  readonly decisionId: DecisionId;
  /** The revision that the person saw. */
  readonly baseRevision: number;
  readonly by: MemberId;
}

/** A stale act's refusal carries what stands there now, so that the desk can show both. */
export type ActRefusal = Refusal & { readonly current?: TargetInView };

/**
 * Decides one target. The same decision id gives the same answer again, whatever happened since.
 * Refusals: document.unknown, locale.unknown, segment.unknown, target.stale (with `current`), and the workflow's.
 */
export async function decideOnTarget(
  world: World,
  order: ActOrder,
): Promise<{ readonly ok: true; readonly target: TargetInView } | ActRefusal> {
  const found = await locate(world, order);
  if (!found.ok) return found;
  const { documentId, segmentId, locale, baseRevision, act, decisionId: id, by } = order;
  const sourceHash = sourceHashOf(found.segment, world.hash);
  const decision = { ...act, id, at: world.clock.now(), by, segmentId, locale, sourceHash };
  const committed = await world.store.commit({
    stream: documentId,
    decisions: [decision],
    expects: [
      { of: 'target', locale, segmentId, revision: baseRevision },
      { of: 'source', version: found.document.source.version },
    ],
  });
  const now = await locate(world, order);
  if (!now.ok) return now;
  if (!committed.ok) {
    return committed.code === 'target.stale'
      ? { ...committed, current: inView(world, now.segment, now.target) }
      : committed;
  }
  const target = await answered(world, order, now, committed.recorded[0]);
  return { ok: true, target: inView(world, now.segment, target) };
}

/** What was answered when the decision was new: the target at that revision. */
async function answered(world: World, key: TargetKey, now: Located, recorded: Recorded | undefined): Promise<Target> {
  const revision = recorded?.revision ?? now.target.revision;
  if (revision === now.target.revision) return now.target;
  return targetAt(world, key, revision);
}
