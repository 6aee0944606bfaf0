/**
 * Reviewing: every act of a person on a target is load → make the decision → commit, all the same way. What differs
 * between acts is data (`kind` and its own fields); whether it may happen is the domain's workflow table.
 */
import { codeFaults } from '../domain/content.ts';
import type { TargetDecision } from '../domain/decision.ts';
import {
  isOutdated,
  isTranslatable,
  ordinalOf,
  sourceHashOf,
  targetOf,
  untouched,
  type DecisionId,
  type DocumentId,
  type DocumentState,
  type MemberId,
  type Segment,
  type SegmentId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { decideTarget } from '../domain/workflow.ts';
import type { Recorded, World } from '../ports.ts';

export interface TargetKey {
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  readonly locale: Locale;
}

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

/** A target as people see it: with what is derived from its segment. */
export interface TargetInView extends Omit<Target, 'sourceHash'> {
  readonly outdated: boolean;
  readonly codeFaults: ReturnType<typeof codeFaults>;
}

export interface Located {
  readonly ok: true;
  readonly document: DocumentState;
  readonly segment: Segment;
  readonly ordinal: number;
  readonly target: Target;
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

/** Finds a target and everything around it. */
export async function locate(world: World, { documentId, segmentId, locale }: TargetKey): Promise<Located | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const ordinal = ordinalOf(document.source, segmentId);
  const segment = ordinal === undefined ? undefined : document.source.segments[ordinal];
  if (ordinal === undefined || segment === undefined) return refuse('segment.unknown', { segmentId });
  return { ok: true, document, segment, ordinal, target: targetOf(document, locale, ordinal) };
}

/** Adds to a target what is derived from its segment. */
export function inView(world: World, segment: Segment, target: Target): TargetInView {
  const { sourceHash: _, ...shown } = target;
  return {
    ...shown,
    outdated: isOutdated(target, segment, world.hash),
    codeFaults: target.state === 'untranslated' ? [] : codeFaults(target.text, segment.codes),
  };
}

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

export interface RowFilter {
  readonly state?: Target['state'];
  readonly query?: string;
  /** The ordinal to begin at. */
  readonly from?: number;
  readonly limit?: number;
}

export interface Row extends Omit<Segment, 'id'> {
  readonly segmentId: SegmentId;
  readonly ordinal: number;
  readonly target?: TargetInView;
}

/** Source and target side by side, in reading order; `total` counts what the filter lets through. */
export async function segmentRows(
  world: World,
  documentId: DocumentId,
  locale: Locale,
  filter: RowFilter,
): Promise<{ readonly ok: true; readonly rows: readonly Row[]; readonly total: number } | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const isSource = locale === document.source.locale;
  if (!isSource && !document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const matching = document.source.segments.flatMap((segment, ordinal): Row[] => {
    const { id, ...block } = segment;
    const target = isSource || !isTranslatable(segment) ? undefined : targetOf(document, locale, ordinal);
    if (!matches(segment, target, filter)) return [];
    return [{ segmentId: id, ordinal, ...block, ...(target && { target: inView(world, segment, target) }) }];
  });
  const first = matching.findIndex(({ ordinal }) => ordinal >= (filter.from ?? 0));
  const start = first === -1 ? matching.length : first;
  return { ok: true, rows: matching.slice(start, start + (filter.limit ?? 500)), total: matching.length };
}

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
  const live = found.document.editions[key.locale];
  const published = live?.publications
    .find(({ n }) => n === live.live)
    ?.targets.find(([id]) => id === key.segmentId)?.[1];
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

async function historyOf(world: World, { documentId, segmentId, locale }: TargetKey) {
  const recorded = await world.store.decisions(documentId, { target: { locale, segmentId } });
  return recorded.filter((entry): entry is Recorded<TargetDecision> => entry.decision.kind.startsWith('target.'));
}

/** What was answered when the decision was new: the target at that revision. */
async function answered(world: World, key: TargetKey, now: Located, recorded: Recorded | undefined): Promise<Target> {
  if (recorded === undefined || recorded.revision === now.target.revision) return now.target;
  let target = untouched;
  for (const { decision, revision } of await historyOf(world, key)) {
    const outcome = decideTarget(target, now.segment, decision);
    if (!outcome.ok || (revision ?? 0) > (recorded.revision ?? 0)) break;
    target = outcome.target;
  }
  return target;
}

function matches(segment: Segment, target: Target | undefined, { state, query }: RowFilter): boolean {
  if (state !== undefined && target?.state !== state) return false;
  if (query === undefined || query === '') return true;
  const wanted = query.normalize('NFC').toLocaleLowerCase();
  return [segment.text, target?.text ?? ''].some((text) => text.normalize('NFC').toLocaleLowerCase().includes(wanted));
}
