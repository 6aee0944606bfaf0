/**
 * What was decided on one target, read from the decisions: its history, the texts to compare the present one and its
 * source with, and what it was at an earlier revision.
 */
import type { Content } from '../domain/content.ts';
import { isReshaping, seenIn, type DecisionOnTarget } from '../domain/decision.ts';
import { boundDecision, diffBases, type DiffBases, type Looking } from '../domain/diff-bases.ts';
import { isOutdated, ordinalOf, type SegmentId, type Target, type Timestamp } from '../domain/document.ts';
import { livePublication } from '../domain/edition.ts';
import type { Refusal } from '../domain/errors.ts';
import { subjectsOf, targetAt } from '../domain/history.ts';
import { sourceAt } from '../domain/source-history.ts';
import { lengthOf, segmentFor } from '../domain/spans.ts';
import type { Recorded, World } from '../ports.ts';
import { locate, type Located, type TargetKey } from './target-view.ts';

/** A decision as one target's history has it, with the revision that it gave this target. */
export interface HistoryEntry extends Omit<Recorded, 'decision'> {
  readonly decision: DecisionOnTarget;
}

/** The decisions on one target, newest first. */
export async function targetHistory(
  world: World,
  key: TargetKey,
): Promise<{ readonly ok: true; readonly entries: ReadonlyArray<HistoryEntry> } | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  return { ok: true, entries: (await historyOf(world, key)).toReversed() };
}

export interface BasesFound {
  readonly ok: true;
  readonly bases: DiffBases;
  /** What the source said when this was approved, or else written; only where it says something else now. */
  readonly source?: Content & { readonly since: 'approved' | 'written'; readonly at: Timestamp };
}

/**
 * The texts to compare a target's present one with, as one member sees it, and its source's with.
 * Refusals: document.unknown, locale.unknown, segment.unknown.
 */
export async function targetBases(
  world: World,
  key: TargetKey,
  looking: Pick<Looking, 'by' | 'looked'>,
): Promise<BasesFound | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  const history = await historyOf(world, key);
  const live = livePublication(found.document, key.locale);
  const published = live?.targets.find(([segmentId]) => segmentId === key.segmentId)?.[1];
  const decisions = history.map(({ decision }) => decision);
  const bases = diffBases(key.segmentId, decisions, { ...looking, ...(published !== undefined && { published }) });
  const source = await sourceThen(world, found, history);
  return { ok: true, bases, ...(source && { source }) };
}

/**
 * The whole stream is read only where the hashes say that the source was another. A target that stood for other segments
 * then is not compared: their text came or went by a join, and the source never changed.
 */
async function sourceThen(
  world: World,
  { document, segment, target: now }: Located,
  history: ReadonlyArray<HistoryEntry>,
): Promise<BasesFound['source']> {
  const decisions = history.map(({ decision }) => decision);
  const bound = boundDecision(segment.id, decisions);
  if (bound === undefined || !isOutdated(bound.target, segment, world.hash)) return undefined;
  const { decision, target } = bound;
  const seq = history.find((entry) => entry.decision === decision)?.seq ?? 0;
  const source = sourceAt(await world.store.decisions(document.id), seq);
  const ordinal = source && ordinalOf(source, segment.id);
  if (ordinal === undefined || lengthOf(target) !== lengthOf(now)) return undefined;
  const { text, codes } = segmentFor(target, source?.segments.slice(ordinal, ordinal + lengthOf(target)) ?? []);
  const since = target.state === 'approved' ? 'approved' : 'written';
  return text === segment.text ? undefined : { text, codes, since, at: decision.at };
}

/** The target at a revision, by doing again what was decided on it. */
export async function targetAtRevision(world: World, key: TargetKey, revision: number): Promise<Target> {
  const history = (await historyOf(world, key)).map(({ decision }) => decision);
  return targetAt(key.segmentId, history, revision);
}

/** What was decided on a target, in order, each with the revision that it gave this target. */
export async function historyOf(
  world: Pick<World, 'store'>,
  { documentId, segmentId, locale }: TargetKey,
): Promise<ReadonlyArray<HistoryEntry>> {
  const recorded = await world.store.decisions(documentId, { targets: [{ locale, segmentId }] });
  return recorded.flatMap((entry) => {
    const decision = seenIn(locale, entry.decision);
    return decision ? [{ ...entry, decision, ...revisionOf(segmentId, decision, entry.revision) }] : [];
  });
}

/** Of so many targets the decisions are read at once: others have their turn between. */
const targetsPerRead = 256;

/** What was decided on each of many targets of an edition, in order: few reads, however many they are. */
export async function historiesOf(
  { store }: Pick<World, 'store'>,
  { documentId, locale }: Pick<TargetKey, 'documentId' | 'locale'>,
  segmentIds: Iterable<SegmentId>,
): Promise<Map<SegmentId, readonly DecisionOnTarget[]>> {
  const all = [...new Set(segmentIds)];
  const histories = new Map<SegmentId, readonly DecisionOnTarget[]>();
  for (let from = 0; from < all.length; from += targetsPerRead) {
    const some = new Map<SegmentId, DecisionOnTarget[]>(all.slice(from, from + targetsPerRead).map((id) => [id, []]));
    const targets = Array.from(some.keys(), (segmentId) => ({ locale, segmentId }));
    for (const { decision } of await store.decisions(documentId, { targets })) {
      const seen = seenIn(locale, decision);
      for (const subject of seen ? subjectsOf(seen) : []) if (seen) some.get(subject)?.push(seen);
    }
    for (const [segmentId, history] of some) histories.set(segmentId, history);
  }
  return histories;
}

/** A decision on several targets is recorded with the revision of the first. */
function revisionOf(segmentId: SegmentId, decision: DecisionOnTarget, revision?: number): { revision?: number } {
  const own = isReshaping(decision) ? decision.targets.find(([id]) => id === segmentId)?.[1].revision : revision;
  return own === undefined ? {} : { revision: own };
}
