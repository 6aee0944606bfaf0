/** Splitting a target in two paragraphs, joining it with the next one, and taking a join apart. */
import type { ReshapingDecision, TargetJoined, TargetSeparated, TargetSplit } from '../domain/decision.ts';
import type { DecisionId, MemberId } from '../domain/document.ts';
import { refuse } from '../domain/errors.ts';
import { reshape } from '../domain/reshape.ts';
import type { World } from '../ports.ts';
import { answerToRetry, commitOnTarget, type ActOutcome } from './review-segment.ts';
import { inView, locate, type TargetKey } from './target-view.ts';

export type ReshapeAct =
  | Pick<TargetSplit, 'kind' | 'offset'>
  | Pick<TargetJoined, 'kind'>
  | Pick<TargetSeparated, 'kind'>;

export interface ReshapeOrder extends TargetKey {
  readonly act: ReshapeAct;
  readonly decisionId: DecisionId;
  readonly baseRevision: number;
  readonly by: MemberId;
}

/**
 * Reshapes a target, and answers with it. The same decision id gives the same answer again.
 * Refusals: document.unknown, locale.unknown, segment.unknown, target.stale (with `current`), decision.reused, and those
 * of `domain/reshape.ts`.
 */
export async function reshapeTarget(world: World, order: ReshapeOrder): Promise<ActOutcome> {
  const found = await locate(world, order);
  const { segmentId, locale, act, decisionId: id, baseRevision, by } = order;
  const asked = { ...act, id, at: world.clock.now(), by, segmentId, locale, targets: [] } satisfies ReshapingDecision;
  const again = await answerToRetry(world, order, asked);
  if (again) return again;
  if (!found.ok) return found;
  const { document, segment, target } = found;
  if (target.revision !== baseRevision) {
    return { ...refuse('target.stale', { revision: target.revision }), current: inView(world, segment, target) };
  }
  const reshaped = reshape(document, asked, world.hash);
  return reshaped.ok ? commitOnTarget(world, order, { ...asked, targets: reshaped.targets }) : reshaped;
}
