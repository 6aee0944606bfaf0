/**
 * Approving many targets at once: one commit for those that can be, with the others' refusals beside them. Each is
 * decided as if it were alone; nothing is approved that the reviewer's list did not name or show.
 */
import type { TargetDecision } from '../domain/decision.ts';
import {
  isOutdated,
  isTranslatable,
  sourceHashOf,
  targetOf,
  type DocumentId,
  type MemberId,
  type SegmentId,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { decideTarget } from '../domain/workflow.ts';
import type { World } from '../ports.ts';

export interface ManyApproved {
  readonly ok: true;
  readonly approved: number;
  readonly refused: ReadonlyArray<Pick<Refusal, 'code' | 'params'> & { segmentId: SegmentId; ordinal: number }>;
}

/**
 * Approves many targets in one commit: those that can be, with the others' refusals beside them. Without `segmentIds`,
 * every target that is not approved yet or is outdated.
 */
export async function approveMany(
  world: World,
  order: {
    documentId: DocumentId;
    locale: Locale;
    segmentIds?: readonly SegmentId[];
    dismissed?: string;
    by: MemberId;
  },
): Promise<ManyApproved | Refusal> {
  const { documentId, locale, by, dismissed } = order;
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const wanted = order.segmentIds && new Set(order.segmentIds);
  const at = world.clock.now();
  const judged = document.source.segments.flatMap((segment, ordinal) => {
    const target = targetOf(document, locale, ordinal);
    const isOpen = target.state !== 'approved' || isOutdated(target, segment, world.hash);
    if (!isTranslatable(segment) || (wanted ? !wanted.has(segment.id) : !isOpen)) return [];
    const decision: TargetDecision = {
      kind: 'target.approved',
      id: world.newId.uuid(),
      at,
      by,
      segmentId: segment.id,
      locale,
      sourceHash: sourceHashOf(segment, world.hash),
      ...(dismissed !== undefined && { dismissed }),
    };
    return [{ segment, ordinal, target, decision, outcome: decideTarget(target, segment, decision) }];
  });
  const fit = judged.filter(({ outcome }) => outcome.ok);
  if (fit.length > 0) {
    const committed = await world.store.commit({
      stream: documentId,
      decisions: fit.map(({ decision }) => decision),
      expects: [
        { of: 'source', version: document.source.version },
        ...fit.map(
          ({ segment, target }) =>
            ({ of: 'target', locale, segmentId: segment.id, revision: target.revision }) as const,
        ),
      ],
    });
    if (!committed.ok) return committed;
  }
  const refused = judged.flatMap(({ segment, ordinal, outcome }) =>
    outcome.ok ? [] : [{ segmentId: segment.id, ordinal, code: outcome.code, params: outcome.params }],
  );
  return { ok: true, approved: fit.length, refused };
}
