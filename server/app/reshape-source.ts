/** Splitting and joining paragraphs of the source, for all editions, and taking that back. */
import type { SourceDecision, SourceSplit, TargetsAfter } from '../domain/decision.ts';
import { isSourceDecision } from '../domain/decision.ts';
import {
  ordinalOf,
  untouched,
  type DecisionId,
  type DocumentId,
  type DocumentState,
  type MemberId,
  type SegmentId,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { historyIn, standingsOf } from '../domain/history.ts';
import { carriedLocales, joinSource, splitSource } from '../domain/reshape-source.ts';
import { isRetry } from '../domain/retry.ts';
import { sourceAt } from '../domain/source-history.ts';
import { spanOf } from '../domain/spans.ts';
import type { Expectation, Recorded, World } from '../ports.ts';

export interface SourceOrder {
  readonly documentId: DocumentId;
  readonly decisionId: DecisionId;
  /** The version that the person saw. */
  readonly baseVersion: number;
  readonly by: MemberId;
}

export type SourceAct = Pick<SourceSplit, 'kind' | 'offset'> | { readonly kind: 'source.joined' };

export type SourceOutcome = { readonly ok: true; readonly sourceVersion: number } | Refusal;

/**
 * Splits a paragraph of the source or joins it with the next one. The same decision id gives the same answer again.
 * Refusals: document.unknown, source.stale, decision.reused, and those of `domain/reshape-source.ts`.
 */
export async function reshapeSource(
  world: World,
  order: SourceOrder & { readonly segmentId: SegmentId; readonly act: SourceAct },
): Promise<SourceOutcome> {
  const { documentId, segmentId, act, decisionId: id, by } = order;
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const head = { ...act, id, at: world.clock.now(), by, segmentId };
  const asked = { ...head, version: 0, replaces: [], segments: [], targets: {} } as SourceDecision;
  const known = await world.store.byDecisionId(id);
  if (known) return answerAgain(known, documentId, asked);
  if (document.source.version !== order.baseVersion) return refuse('source.stale');
  const planned =
    head.kind === 'source.split'
      ? splitSource(document, { ...head, newSegmentId: world.newId.short() })
      : joinSource(document, head, world.hash);
  if (!planned.ok) return planned;
  const { ok: _, ...plan } = planned;
  const done = await commit(world, order, { ...asked, ...plan });
  return !done.ok && done.code === 'target.stale' ? refuse('source.stale') : done;
}

/**
 * Takes the last version of the source back: its segments and all their targets are again what they were. Sent again,
 * it gives the same answer.
 * Refusals: document.unknown, source.stale, undo.nothing, undo.not-yours, undo.overtaken (something was decided on one
 * of the segments since, or said about one that would go), decision.reused.
 */
export async function undoSource(world: World, order: SourceOrder): Promise<SourceOutcome> {
  const { documentId, decisionId: id, by } = order;
  const stream = await world.store.decisions(documentId);
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const known = await world.store.byDecisionId(id);
  if (known && known.decision.undoes === undefined) return refuse('decision.reused');
  if (known) return answerAgain(known, documentId, { ...known.decision, by } as SourceDecision);
  if (document.source.version !== order.baseVersion) return refuse('source.stale');
  const last = stream.findLast(({ decision }) => isSourceDecision(decision));
  if (last === undefined || !isSourceDecision(last.decision)) return refuse('undo.nothing');
  if (last.decision.by !== by) return refuse('undo.not-yours');
  if (isOvertaken(document, last.decision)) return refuse('undo.overtaken');
  const head = { id, by, at: world.clock.now() };
  const inverse = inverseOf(document, stream, { ...last, decision: last.decision }, head);
  const undone = await commit(world, order, inverse, asFound(document, inverse));
  return !undone.ok && undone.code === 'target.stale' ? refuse('undo.overtaken') : undone;
}

async function commit(
  world: World,
  { documentId, baseVersion }: SourceOrder,
  decision: SourceDecision,
  expects: readonly Expectation[] = [],
): Promise<SourceOutcome> {
  const committed = await world.store.commit({
    stream: documentId,
    decisions: [decision],
    expects: [{ of: 'source', version: baseVersion }, ...expects],
  });
  if (committed.ok) return { ok: true, sourceVersion: decision.version };
  return committed.code === 'edition.stale' ? refuse('source.stale') : committed;
}

/** Every target that an undo replaces, as it was found: what somebody decides meanwhile is not lost by it. */
function asFound(document: DocumentState, { replaces }: SourceDecision): Expectation[] {
  return carriedLocales(document).flatMap((locale) =>
    replaces.map((segmentId) => {
      const { revision } = spanOf(document, locale, segmentId)?.target ?? untouched;
      return { of: 'target', locale, segmentId, revision } as const;
    }),
  );
}

function answerAgain(known: Recorded, documentId: DocumentId, asked: SourceDecision): SourceOutcome {
  const isAgain = isSourceDecision(known.decision) && isRetry(known, { stream: documentId, decision: asked });
  return isAgain && isSourceDecision(known.decision)
    ? { ok: true, sourceVersion: known.decision.version }
    : refuse('decision.reused');
}

/** Something was decided on a target of these segments after they came to be, or said about one that would go. */
function isOvertaken(document: DocumentState, { replaces, segments, targets }: SourceDecision): boolean {
  const goes = new Set(segments.map(({ id }) => id).filter((id) => !replaces.includes(id)));
  if (document.threads?.some(({ segmentId }) => goes.has(segmentId))) return true;
  return carriedLocales(document).some((locale) => {
    const left = new Map(targets[locale]);
    return segments.some(({ id }) => {
      const target = spanOf(document, locale, id)?.target;
      return (target?.revision ?? 0) !== (left.get(id)?.revision ?? 0) || target?.coveredBy !== undefined;
    });
  });
}

/** The segments as they were before, and in each edition their targets, each a revision further. */
function inverseOf(
  document: DocumentState,
  stream: readonly Recorded[],
  { seq, decision }: Recorded & { readonly decision: SourceDecision },
  head: { readonly id: DecisionId; readonly at: string; readonly by: MemberId },
): SourceDecision {
  const before = sourceAt(stream, seq - 1);
  const segments = decision.replaces.flatMap((id) => {
    const ordinal = before && ordinalOf(before, id);
    return (ordinal !== undefined && before?.segments[ordinal]) || [];
  });
  const earlier = stream.filter((entry) => entry.seq < seq).map((entry) => entry.decision);
  const targets = carriedLocales(document).map((locale) => {
    const placed = segments.map(({ id: segmentId }): TargetsAfter[number] => {
      const history = historyIn(earlier, { segmentId, locale });
      const target = [...standingsOf(segmentId, history)].at(-1)?.target ?? untouched;
      const now = spanOf(document, locale, segmentId)?.target.revision ?? 0;
      return [segmentId, { ...target, revision: Math.max(target.revision, now) + 1 }];
    });
    return [locale, placed] as const;
  });
  const replaced = {
    ...head,
    segmentId: decision.segmentId,
    undoes: decision.id,
    version: document.source.version + 1,
    replaces: decision.segments.map(({ id }) => id),
    segments,
    targets: Object.fromEntries(targets),
  };
  return decision.kind === 'source.split'
    ? { ...replaced, kind: 'source.joined' }
    : { ...replaced, kind: 'source.split', offset: segments[0]?.text.length ?? 0 };
}
