/**
 * Approving many targets at once: those that a reviewer's list names, each at the revision that was seen there; or, for
 * the command line, everything that is open as it stands now.
 */
import { isOutdated, isTranslatable, type DecisionId, type DocumentState, type SegmentId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { spansOf } from '../domain/spans.ts';
import type { World } from '../ports.ts';
import { decideMany, type ManyDecided, type ManyOrder } from './decide-many.ts';

/** A target as the reviewer saw it, and the id of its approval. */
export interface SeenTarget {
  readonly segmentId: SegmentId;
  readonly decisionId: DecisionId;
  readonly baseRevision: number;
}

export interface ApproveOrder extends Omit<ManyOrder, 'acts'> {
  /** Absent: every target that is not approved yet or is outdated. */
  readonly targets?: readonly SeenTarget[];
  /** Why those with faults are approved all the same; without it they are refused. */
  readonly dismissed?: string;
}

/** Approves many targets in one commit. Refusals of the whole: those of `decideMany`. */
export async function approveMany(world: World, order: ApproveOrder): Promise<ManyDecided | Refusal> {
  const { targets, dismissed, ...rest } = order;
  const document = await world.store.document(order.documentId);
  if (document === undefined) return refuse('document.unknown');
  const seen = targets ?? openTargets(world, document, order);
  const act = { kind: 'target.approved', ...(dismissed !== undefined && { dismissed }) } as const;
  return decideMany(world, { ...rest, acts: seen.map((one) => ({ ...one, act })) });
}

function openTargets(world: World, document: DocumentState, { locale }: ApproveOrder): SeenTarget[] {
  return spansOf(document, locale).flatMap(({ segment, target }) => {
    const isOpen = target.state !== 'approved' || isOutdated(target, segment, world.hash);
    if (!isTranslatable(segment) || !isOpen) return [];
    return [{ segmentId: segment.id, decisionId: world.newId.uuid(), baseRevision: target.revision }];
  });
}
