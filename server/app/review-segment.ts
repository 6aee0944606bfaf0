/**
 * Reviewing: every act of a person on a target is load → make the decision → commit, all the same way. What differs
 * between acts is data (`kind` and its own fields); whether it may happen is the domain's workflow table.
 */
import type { ReshapingDecision, TargetDecision } from '../domain/decision.ts';
import { ordinalOf, sourceHashOf, type DecisionId, type MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { isRetry } from '../domain/retry.ts';
import type { ReturnReason } from '../domain/return-reason.ts';
import { sourceAt } from '../domain/source-history.ts';
import { lengthOf, segmentFor } from '../domain/spans.ts';
import type { Recorded, World } from '../ports.ts';
import { targetAtRevision } from './target-history.ts';
import { inView, locate, type TargetInView, type TargetKey } from './target-view.ts';

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
  const { segmentId, locale, act, decisionId: id, by, activeMs } = order;
  const sourceHash = found.ok ? sourceHashOf(found.segment, world.hash) : '';
  const time = activeMs !== undefined && { activeMs };
  const decision = { ...act, id, at: world.clock.now(), by, segmentId, locale, sourceHash, ...time };
  const again = await answerToRetry(world, order, decision);
  if (again) return again;
  return found.ok ? commitOnTarget(world, order, decision) : found;
}

/**
 * The answer to a decision that is recorded already, even where its segment has become part of another since: to be asked
 * after the target was looked for, so that whoever sends twice at once is not told that somebody else was faster.
 * Undefined for a new one. Refusals: decision.reused.
 */
export async function answerToRetry(
  world: World,
  key: TargetKey,
  decision: TargetDecision | ReshapingDecision,
): Promise<ActOutcome | undefined> {
  const known = await world.store.byDecisionId(decision.id);
  if (known === undefined) return undefined;
  const isAgain = isRetry(known, { stream: key.documentId, decision });
  return isAgain ? answerOnTarget(world, key, known) : refuse('decision.reused');
}

/**
 * Commits a decision on a target, and answers with what it made of it. The revision stands for the source too: whatever
 * changes the source of a target gives it a new one.
 * Refusals: target.stale (with `current`), and those of the decision.
 */
export async function commitOnTarget(
  world: World,
  order: TargetKey & { readonly baseRevision: number },
  decision: TargetDecision | ReshapingDecision,
): Promise<ActOutcome> {
  const { documentId, segmentId, locale, baseRevision } = order;
  const committed = await world.store.commit({
    stream: documentId,
    decisions: [decision],
    expects: [{ of: 'target', locale, segmentId, revision: baseRevision }],
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
  if (!now.ok) return recorded && now.code === 'segment.unknown' ? answerAsItWas(world, key, recorded) : now;
  const revision = recorded?.revision ?? now.target.revision;
  const target = revision === now.target.revision ? now.target : await targetAtRevision(world, key, revision);
  return { ok: true, target: inView(world, now.segment, target) };
}

/** The same for a target whose segment the source has no more. */
async function answerAsItWas(world: World, key: TargetKey, { seq, revision = 0 }: Recorded): Promise<ActOutcome> {
  const source = sourceAt(await world.store.decisions(key.documentId), seq);
  const ordinal = source && ordinalOf(source, key.segmentId);
  if (source === undefined || ordinal === undefined) return refuse('segment.unknown', { segmentId: key.segmentId });
  const target = await targetAtRevision(world, key, revision);
  const segment = segmentFor(target, source.segments.slice(ordinal, ordinal + lengthOf(target)));
  return { ok: true, target: inView(world, segment, target) };
}
