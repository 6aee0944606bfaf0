/**
 * Deciding many targets at once: one commit for those that can be decided, the others' refusals beside them. Each is
 * decided as if it were alone, at the revision that the person saw: a text that changed meanwhile is refused, never
 * judged or overwritten unseen. Each has a decision id of its own, so that sending the whole again does nothing twice
 * and any of them can be taken back. Where somebody is faster between the reading and the commit, all is judged again.
 */
import { objectionToTarget } from '../domain/decide.ts';
import type { TargetDecision } from '../domain/decision.ts';
import {
  sourceHashOf,
  type DecisionId,
  type DocumentId,
  type DocumentState,
  type MemberId,
  type SegmentId,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { isRetry } from '../domain/retry.ts';
import { spanOf } from '../domain/spans.ts';
import type { Committed, World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { overtaken, patience } from './overtaken.ts';
import type { Act } from './review-segment.ts';

/** One of many: an act on a target, as one person saw it. */
export interface OneAct {
  readonly segmentId: SegmentId;
  readonly decisionId: DecisionId;
  /** The revision that the person saw. */
  readonly baseRevision: number;
  readonly act: Act;
}

export interface ManyOrder {
  readonly documentId: DocumentId;
  readonly locale: Locale;
  readonly acts: readonly OneAct[];
  readonly by: MemberId;
}

export interface OneRefused extends Pick<Refusal, 'code' | 'params'> {
  readonly segmentId: SegmentId;
  /** Absent where there is no such segment. */
  readonly ordinal?: number;
}

export interface ManyDecided {
  readonly ok: true;
  /** How many are recorded, those of an earlier sending included. */
  readonly taken: number;
  readonly refused: readonly OneRefused[];
}

/**
 * Commits what can be decided of the acts, together; the others come back with their refusals, in the same order.
 * Refusals of the whole: document.unknown, locale.unknown, those of the store.
 */
export async function decideMany(world: World, order: ManyOrder): Promise<ManyDecided | Refusal> {
  let last: Refusal = refuse('target.stale');
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const document = await world.store.document(order.documentId);
    if (document === undefined) return refuse('document.unknown');
    if (!document.to.includes(order.locale)) return refuse('locale.unknown', { locale: order.locale });
    if (order.acts.some(({ act }) => act.kind === 'target.approved')) {
      await checkAhead(document, order.locale, new Set(order.acts.map(({ segmentId }) => segmentId)));
    }
    const judged = oneEach(await Promise.all(order.acts.map((one) => judge(world, document, order, one))));
    const committed = await commitFitting(world, document, judged);
    if (committed.ok) return summed(judged);
    if (!overtaken.has(committed.code)) return committed;
    last = committed;
  }
  return last;
}

/** `fits`: to be committed. `taken`: recorded by an earlier sending. */
type Judged =
  | { readonly is: 'fits'; readonly decision: TargetDecision; readonly revision: number; readonly ordinal: number }
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly refused: OneRefused };

async function judge(
  world: World,
  document: DocumentState,
  { locale, by }: ManyOrder,
  { segmentId, decisionId: id, baseRevision, act }: OneAct,
): Promise<Judged> {
  const span = spanOf(document, locale, segmentId);
  if (span === undefined) {
    const { code, params } = refuse('segment.unknown', { segmentId });
    return { is: 'refused', refused: { segmentId, code, params } };
  }
  const { segment, ordinal, target } = span;
  const sourceHash = sourceHashOf(segment, world.hash);
  const decision: TargetDecision = { ...act, id, at: world.clock.now(), by, segmentId, locale, sourceHash };
  const { revision } = target;
  const refusal =
    revision === baseRevision ? objectionToTarget(document, decision) : refuse('target.stale', { revision });
  if (refusal === undefined) return { is: 'fits', decision, revision, ordinal };
  const first = await world.store.byDecisionId(id);
  if (first && isRetry(first, { stream: document.id, decision })) return { is: 'taken' };
  return { is: 'refused', refused: { segmentId, ordinal, code: refusal.code, params: refusal.params } };
}

/** Of two acts on one target the second meets a text that it has not seen: the first one's. */
function oneEach(judged: readonly Judged[]): Judged[] {
  const taken = new Set<SegmentId>();
  return judged.map((one) => {
    if (one.is !== 'fits') return one;
    const { revision, ordinal } = one;
    const { segmentId } = one.decision;
    const { code, params } = refuse('target.stale', { revision: revision + 1 });
    if (taken.has(segmentId)) return { is: 'refused', refused: { segmentId, ordinal, code, params } };
    taken.add(segmentId);
    return one;
  });
}

async function commitFitting(
  world: World,
  { id, source }: DocumentState,
  judged: readonly Judged[],
): Promise<Committed> {
  const fitting = judged.filter((one) => one.is === 'fits');
  if (fitting.length === 0) return { ok: true, recorded: [] };
  return world.store.commit({
    stream: id,
    decisions: fitting.map(({ decision }) => decision),
    expects: [
      { of: 'source', version: source.version },
      ...fitting.map(({ revision, decision: { locale, segmentId } }) => {
        return { of: 'target', locale, segmentId, revision } as const;
      }),
    ],
  });
}

function summed(judged: readonly Judged[]): ManyDecided {
  const refused = judged.flatMap((one) => (one.is === 'refused' ? [one.refused] : []));
  return { ok: true, taken: judged.length - refused.length, refused };
}
