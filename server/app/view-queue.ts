/** The queue as people see it: what waits, with the words to recognise it by, who has taken it, and what is one's own. */
import { countWords } from '../domain/count-words.ts';
import { withoutCodes } from '../domain/content.ts';
import { ordinalOf, titleOf, type DocumentId, type DocumentState } from '../domain/document.ts';
import { excerptOf } from '../domain/excerpt.ts';
import { isSameHolder, placeKey, type Holder, type Lease, type Place } from '../domain/lease.ts';
import type { Locale } from '../domain/locale.ts';
import { countReasons, selectWaiting, type QueueFilter, type Waiting, type WaitReason } from '../domain/queue.ts';
import { reasonOf, type ReturnReason } from '../domain/return-reason.ts';
import { spanOf } from '../domain/spans.ts';
import type { World } from '../ports.ts';

export interface EntryInView extends Waiting {
  readonly excerpt: string;
  readonly words: number;
  readonly returned?: ReturnReason & { readonly by: string };
  readonly holder?: Holder;
}

/** The documents of the entries shown; `waiting` counts all that was asked for in each. */
export interface DocumentInView {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly from: Locale;
  readonly waiting: number;
}

export interface Taken extends Place {
  readonly ordinal: number;
  readonly waits: boolean;
  readonly until: string;
}

export interface QueueInView {
  readonly entries: readonly EntryInView[];
  readonly documents: readonly DocumentInView[];
  readonly total: number;
  readonly reasons: Readonly<Record<WaitReason, number>>;
  readonly taken: readonly Taken[];
}

export interface QueueOrder extends QueueFilter {
  /** How many entries are shown at most. */
  readonly limit: number;
  /** Whose own it tells. */
  readonly holder?: Holder;
}

/** Looks at the queue. Only the documents of the entries that are shown are read. */
export async function viewQueue(world: World, { limit, holder, ...filter }: QueueOrder): Promise<QueueInView> {
  const [all, leases] = await Promise.all([world.waiting.list(), world.claims.held()]);
  const selected = selectWaiting(all, filter);
  const documents = new Map<DocumentId, DocumentState>();
  const entries = await entriesInView(world, selected.slice(0, limit), leases, documents);
  const mine = holder ? leases.filter((lease) => isSameHolder(lease.holder, holder)) : [];
  return {
    entries,
    documents: documentsInView(entries, selected, documents),
    total: selected.length,
    reasons: countReasons(all, filter),
    taken: await takenInView(world, mine, all),
  };
}

/** Entries with their words. What has gone from its document since it was listed is left out. */
export async function entriesInView(
  world: World,
  waiting: readonly Waiting[],
  leases: readonly Lease[],
  documents = new Map<DocumentId, DocumentState>(),
): Promise<EntryInView[]> {
  const holders = new Map(leases.map(({ place, holder }) => [placeKey(place), holder]));
  const entries: EntryInView[] = [];
  for (const one of waiting) {
    const document = documents.get(one.documentId) ?? (await world.store.document(one.documentId));
    if (document) documents.set(one.documentId, document);
    const entry = document && inView(document, one, holders.get(placeKey(one)));
    if (entry) entries.push(entry);
  }
  return entries;
}

function inView(document: DocumentState, waiting: Waiting, holder: Holder | undefined): EntryInView | undefined {
  const span = spanOf(document, waiting.locale, waiting.segmentId);
  if (span === undefined) return undefined;
  const { segment, ordinal, target } = span;
  const { returned } = target;
  return {
    ...waiting,
    ordinal,
    excerpt: excerptOf(segment),
    words: countWords(withoutCodes(segment.text, segment.codes)),
    ...(returned && { returned: { ...reasonOf(returned), by: returned.by } }),
    ...(holder && { holder }),
  };
}

function documentsInView(
  entries: readonly EntryInView[],
  selected: readonly Waiting[],
  documents: ReadonlyMap<DocumentId, DocumentState>,
): DocumentInView[] {
  const counts = new Map<DocumentId, number>();
  for (const { documentId } of selected) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  return [...new Set(entries.map(({ documentId }) => documentId))].flatMap((documentId): DocumentInView[] => {
    const document = documents.get(documentId);
    if (document === undefined) return [];
    const { locale, segments } = document.source;
    return [{ documentId, title: titleOf(segments), from: locale, waiting: counts.get(documentId) ?? 0 }];
  });
}

async function takenInView(world: World, leases: readonly Lease[], all: readonly Waiting[]): Promise<Taken[]> {
  if (leases.length === 0) return [];
  const waiting = new Set(all.map(placeKey));
  const taken = leases.map(async ({ place, until }): Promise<Taken[]> => {
    const document = await world.store.document(place.documentId);
    const ordinal = document && ordinalOf(document.source, place.segmentId);
    return ordinal === undefined ? [] : [{ ...place, ordinal, waits: waiting.has(placeKey(place)), until }];
  });
  return (await Promise.all(taken)).flat();
}
