/**
 * Reviewing: every act of a person on a target is load → make the decision → commit, all the same way. What differs
 * between acts is data (`kind` and its own fields); whether it may happen is the domain's workflow table.
 */
import type { ReshapingDecision, TargetDecision } from '../domain/decision.ts';
import { sourceHashOf, type DecisionId, type MemberId } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { ReturnReason } from '../domain/return-reason.ts';
import type { Recorded, World } from '../ports.ts';
import { targetAtRevision } from './target-history.ts';
import { inView, locate, type Located, type TargetInView, type TargetKey } from './target-view.ts';

/** What a person does, without what the server fills in. */
export type Act =
  | { readonly kind: 'target.edited'; readonly text: string }
  | { readonly kind: 'target.reviewed' }
  | { readonly kind: 'target.approved'; readonly dismissed?: string }
  | ({ readonly kind: 'target.returned' } & ReturnReason)
  | { readonly kind: 'target.reopened' };

export interface ActOrder extends TargetKey {
  readonly act: Act;
  readonly decisionId: DecisionId;
  /** The revision that the person saw. */
  readonly baseRevision: number;
  readonly by: MemberId;
  /** How long the person was at it, where that was measured. */
  readonly activeMs?: number;
}

/** A stale act's refusal carries what stands there now, so that the desk can show both. */
export type ActRefusal = Refusal & { readonly current?: TargetInView };

export type ActOutcome = { readonly ok: true; readonly target: TargetInView } | ActRefusal;

/**
 * Decides one target. The same decision id gives the same answer again, whatever happened since.
 * Refusals: document.unknown, locale.unknown, segment.unknown, target.stale (with `current`), and the workflow's.
 */
export async function decideOnTarget(world: World, order: ActOrder): Promise<ActOutcome> {
  const found = await locate(world, order);
  if (!found.ok) return found;
  const { segmentId, locale, act, decisionId: id, by, activeMs } = order;
  const sourceHash = sourceHashOf(found.segment, world.hash);
  const time = activeMs !== undefined && { activeMs };
  const decision = { ...act, id, at: world.clock.now(), by, segmentId, locale, sourceHash, ...time };
  return commitOnTarget(world, order, found, decision);
}

/**
 * Commits a decision on the target that `found` is, and answers with what it made of it.
 * Refusals: target.stale (with `current`), and those of the decision.
 */
export async function commitOnTarget(
  world: World,
  order: TargetKey & { readonly baseRevision: number },
  { document }: Located,
  decision: TargetDecision | ReshapingDecision,
): Promise<ActOutcome> {
  const { documentId, segmentId, locale, baseRevision } = order;
  const committed = await world.store.commit({
    stream: documentId,
    decisions: [decision],
    expects: [
      { of: 'target', locale, segmentId, revision: baseRevision },
      { of: 'source', version: document.source.version },
    ],
  });
  if (committed.ok) return answerOnTarget(world, order, committed.recorded[0]);
  const now = await locate(world, order);
  return committed.code === 'target.stale' && now.ok
    ? { ...committed, current: inView(world, now.segment, now.target) }
    : committed;
}

/** What is answered for a recorded decision, now or again: the target as that decision left it. */
export async function answerOnTarget(
  world: World,
  key: TargetKey,
  recorded: Recorded | undefined,
): Promise<ActOutcome> {
  const now = await locate(world, key);
  if (!now.ok) return now;
  const revision = recorded?.revision ?? now.target.revision;
  const target = revision === now.target.revision ? now.target : await targetAtRevision(world, key, revision);
  return { ok: true, target: inView(world, now.segment, target) };
}
