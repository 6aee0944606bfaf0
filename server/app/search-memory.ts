/**
 * The translation memory over the store: pairs that were added from outside, and every approved target of every
 * document with its source. Built when it is first asked, because a server should start before it has read everything;
 * from then on it follows the commits. What is approved enters, what is reopened, returned or edited leaves again.
 */
import { isSourceDecision, isTargetDecision, siteStream, type Decision } from '../domain/decision.ts';
import { plain } from '../domain/content.ts';
import { isOutdated, type DocumentState, type Hash, type SegmentId, type Timestamp } from '../domain/document.ts';
import { subjectsOf } from '../domain/history.ts';
import { locales, type Locale } from '../domain/locale.ts';
import { byRank, hitOf, soughtIn, type Hit } from '../domain/memory/concordance.ts';
import { createExactMemory, type ExactMemory, type MemoryUnit } from '../domain/memory/exact-memory.ts';
import { spanOf } from '../domain/spans.ts';
import type { MemoryBatch } from '../domain/site.ts';
import type { Recorded, Store, TranslationMemory } from '../ports.ts';
import { othersTurn } from './others-turn.ts';

/** The memory of a store. Where it cannot be read, `find` rejects, and the next one tries again from the start. */
export function rememberApproved(store: Store, hash: Hash): TranslationMemory {
  let memory: Promise<ExactMemory> | undefined;

  function keep(next: Promise<ExactMemory>): Promise<ExactMemory> {
    memory = next;
    next.catch(() => {
      memory = undefined;
    });
    return next;
  }

  store.subscribe((recorded) => {
    if (memory) void keep(memory.then((built) => follow(built, recorded, store, hash)));
  });

  const built = (): Promise<ExactMemory> => memory ?? keep(build(store, hash));

  return {
    find: async (source, from, to) => (await built()).find(source, from, to),
    findAll: async (source, from, to) => (await built()).findAll(source, from, to),
    async search(query, from, to) {
      const sought = soughtIn(query);
      const hits: Hit[] = [];
      let asked = 0;
      for (const unit of (await built()).units(from, to)) {
        asked += 1;
        if (asked % unitsPerTurn === 0) await othersTurn();
        const hit = hitOf(unit, sought);
        if (hit) hits.push(hit);
      }
      return hits.toSorted(byRank);
    },
  };
}

/** A search of a large memory lets other requests in between. */
const unitsPerTurn = 500;

interface Placed {
  readonly place: string;
  readonly unit: MemoryUnit;
  readonly at: Timestamp;
}

async function build(store: Store, hash: Hash): Promise<ExactMemory> {
  const memory = createExactMemory(hash);
  for (const batch of (await store.site()).memory) putBatch(memory, batch);
  const approved: Placed[] = [];
  for (const { documentId } of await store.board('readable')) {
    const document = await store.document(documentId);
    if (document) approved.push(...approvedUnits(document, hash));
  }
  approved.sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { place, unit } of approved) memory.put(place, unit);
  return memory;
}

async function follow(
  memory: ExactMemory,
  recorded: readonly Recorded[],
  store: Store,
  hash: Hash,
): Promise<ExactMemory> {
  const added = new Set(recorded.map(({ decision }) => decision.id));
  if (recorded[0]?.stream === siteStream) {
    for (const batch of (await store.site()).memory) if (added.has(batch.id)) putBatch(memory, batch);
  }
  const touched = recorded
    .map(({ decision }) => decision)
    .filter((decision) => isTargetDecision(decision) || isSourceDecision(decision));
  const stream = recorded[0]?.stream;
  const document = touched.length > 0 && stream ? await store.document(stream) : undefined;
  if (document === undefined) return memory;
  for (const [locale, segmentId] of touched.flatMap((decision) => eachTarget(document, decision))) {
    const approved = approvedUnit(document, locale, segmentId, hash);
    if (approved) memory.put(approved.place, approved.unit);
    else memory.remove(placeOf(document, locale, segmentId));
  }
  return memory;
}

/** A new version of the source concerns every edition, and the segments that went with it. */
function eachTarget({ to }: DocumentState, decision: Decision): Array<readonly [Locale, SegmentId]> {
  if (isTargetDecision(decision)) {
    return subjectsOf(decision).map((segmentId) => [decision.locale, segmentId]);
  }
  if (!isSourceDecision(decision)) return [];
  const ids = new Set([...decision.replaces, ...decision.segments.map(({ id }) => id)]);
  return to.flatMap((locale) => Array.from(ids, (id) => [locale, id] as const));
}

/** A unit serves every direction among its languages. */
function putBatch(memory: ExactMemory, { id, units }: MemoryBatch): void {
  units.forEach((unit, index) => {
    for (const from of locales) {
      for (const to of locales) {
        const [source, target] = [unit?.texts[from], unit?.texts[to]];
        if (from === to || source === undefined || target === undefined) continue;
        memory.put(`${id} ${index} ${from} ${to}`, { from, to, source: plain(source), target });
      }
    }
  });
}

function approvedUnits(document: DocumentState, hash: Hash): Placed[] {
  return document.to.flatMap((locale) =>
    document.source.segments.flatMap(({ id }) => approvedUnit(document, locale, id, hash) ?? []),
  );
}

function approvedUnit(document: DocumentState, locale: Locale, segmentId: SegmentId, hash: Hash): Placed | undefined {
  const span = spanOf(document, locale, segmentId);
  if (span === undefined) return undefined;
  const { segment, target } = span;
  if (target.state !== 'approved' || isOutdated(target, segment, hash)) return undefined;
  const at = target.at ?? document.changedAt;
  const origin = { documentId: document.id, segmentId, at, ...(target.by && { by: target.by }) };
  const unit = { from: document.source.locale, to: locale, source: segment, target: target.text, origin };
  return { place: placeOf(document, locale, segmentId), unit, at };
}

function placeOf(document: DocumentState, locale: Locale, segmentId: SegmentId): string {
  return `${document.id} ${locale} ${segmentId}`;
}
