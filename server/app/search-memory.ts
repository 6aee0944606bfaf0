/**
 * The translation memory over the store: units from outside, and every approved target of every document with its source.
 * Built when it is first asked, because a server should start before it has read everything; from then on it follows the
 * commits. What is approved enters, what is reopened, returned or edited leaves again; a new version of the source takes
 * its segments' units along and changes what their neighbours remember of them. Whatever is long lets others have their
 * turn.
 */
import {
  isSourceDecision,
  isTargetDecision,
  siteStream,
  type Decision,
  type SiteDecision,
} from '../domain/decision.ts';
import type { DocumentState, Hash, SegmentId } from '../domain/document.ts';
import { subjectsOf } from '../domain/history.ts';
import { byRank, hitsIn, soughtIn, type Hit } from '../domain/memory/concordance.ts';
import type { Asked } from '../domain/memory/matches.ts';
import { namesOfTermbase } from '../domain/memory/names.ts';
import { createMemory, type Memory } from '../domain/memory/translation-memory.ts';
import { isSiteDecision, type MemoryBatch } from '../domain/site.ts';
import type { Recorded, Store, TranslationMemory } from '../ports.ts';
import { othersTurn } from './others-turn.ts';
import { keyOfOutside, keyOfSegment, unitOfBatch, unitsOfSegment, withNeighbours } from './remembered-units.ts';

/** The memory of a store. Where it cannot be read, what is asked rejects, and the next one tries again from the start. */
export function rememberApproved(store: Store, hash: Hash): TranslationMemory {
  let memory: Promise<Memory> | undefined;

  function keep(next: Promise<Memory>): Promise<Memory> {
    memory = next;
    next.catch(() => {
      memory = undefined;
    });
    return next;
  }

  store.subscribe((recorded) => {
    if (memory) void keep(memory.then((built) => follow(built, recorded, store, hash)));
  });

  const built = (): Promise<Memory> => memory ?? keep(build(store, hash));

  /** Guards know the names that the termbase has now. */
  const withNames = async (asked: Asked): Promise<Asked> => {
    return { namesIn: namesOfTermbase((await store.site()).terms), ...asked };
  };

  return {
    draft: async (asked) => (await built()).draft(await withNames(asked)),
    matches: async (asked) => (await built()).matches(await withNames(asked)),
    sentences: async (asked) => (await built()).sentences(await withNames(asked)),

    async search(query, from, to) {
      const sought = soughtIn(query);
      const hits: Hit[] = [];
      let asked = 0;
      for (const hit of hitsIn(await built(), sought, from, to)) {
        asked += 1;
        if (asked % pairsPerTurn === 0) await othersTurn();
        if (hit) hits.push(hit);
      }
      return hits.toSorted(byRank);
    },
  };
}

/** Pairs that are read before others have their turn. */
const pairsPerTurn = 500;
/** Units that are taken in before others have their turn: two milliseconds in three languages, which nobody feels. */
const unitsPerTurn = 10;

async function build(store: Store, hash: Hash): Promise<Memory> {
  const memory = createMemory();
  for (const batch of (await store.site()).memory) await takeIn(memory, batch);
  for (const { documentId } of await store.board('readable')) {
    const document = await store.document(documentId);
    if (document) await takeInDocument(memory, document, hash);
  }
  return memory;
}

async function takeIn(memory: Memory, batch: MemoryBatch): Promise<void> {
  for (const index of batch.units.keys()) {
    if (index % unitsPerTurn === unitsPerTurn - 1) await othersTurn();
    putOutside(memory, batch, index);
  }
}

async function takeInDocument(memory: Memory, document: DocumentState, hash: Hash): Promise<void> {
  for (const [ordinal, { id }] of document.source.segments.entries()) {
    if (ordinal % unitsPerTurn === unitsPerTurn - 1) await othersTurn();
    putSegment(memory, document, id, hash);
  }
}

function putOutside(memory: Memory, batch: MemoryBatch, index: number): void {
  const unit = unitOfBatch(batch, index);
  memory.put(keyOfOutside(batch.id, index), unit ? [unit] : []);
}

function putSegment(memory: Memory, document: DocumentState, segmentId: SegmentId, hash: Hash): void {
  memory.put(keyOfSegment(document.id, segmentId), unitsOfSegment(document, segmentId, hash));
}

async function follow(memory: Memory, recorded: readonly Recorded[], store: Store, hash: Hash): Promise<Memory> {
  const stream = recorded[0]?.stream;
  const decisions = recorded.map(({ decision }) => decision);
  if (stream === siteStream) await followSite(memory, decisions.filter(isSiteDecision), store);
  else if (stream) await followDocument(memory, stream, decisions, { store, hash });
  return memory;
}

async function followSite(memory: Memory, decisions: readonly SiteDecision[], store: Store): Promise<void> {
  const batches = new Map((await store.site()).memory.map((batch) => [batch.id, batch]));
  for (const decision of decisions) {
    if (decision.kind === 'memory.added' || decision.kind === 'memory.imported') {
      const batch = batches.get(decision.id);
      if (batch) await takeIn(memory, batch);
    } else if (decision.kind === 'memory.changed') {
      const batch = batches.get(decision.batch);
      if (batch) putOutside(memory, batch, decision.index);
    } else if (decision.kind === 'memory.removed') {
      await letGo(memory, decision.batch, decision.indexes);
    }
  }
}

/** Without indexes, the whole batch. */
async function letGo(memory: Memory, batch: string, indexes?: readonly number[]): Promise<void> {
  let done = 0;
  for (const index of indexes ?? indexesOf(memory, batch)) {
    done += 1;
    if (done % unitsPerTurn === 0) await othersTurn();
    memory.put(keyOfOutside(batch, index), []);
  }
}

function indexesOf(memory: Memory, batch: string): number[] {
  return Array.from(memory.units()).flatMap(({ place }) =>
    'batch' in place && place.batch === batch ? [place.index] : [],
  );
}

async function followDocument(
  memory: Memory,
  documentId: string,
  decisions: readonly Decision[],
  { store, hash }: { readonly store: Store; readonly hash: Hash },
): Promise<void> {
  const touched = decisions.filter((decision) => isTargetDecision(decision) || isSourceDecision(decision));
  const document = touched.length > 0 ? await store.document(documentId) : undefined;
  if (document === undefined) return;
  for (const id of new Set(touched.flatMap((decision) => touchedBy(document, decision)))) {
    putSegment(memory, document, id, hash);
  }
}

/** The segments whose units a decision may change. */
function touchedBy(document: DocumentState, decision: Decision): SegmentId[] {
  if (isTargetDecision(decision)) return [...subjectsOf(decision)];
  if (!isSourceDecision(decision)) return [];
  return [...withNeighbours(document, [...decision.replaces, ...decision.segments.map(({ id }) => id)])];
}
