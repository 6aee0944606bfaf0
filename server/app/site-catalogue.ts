/**
 * What the site is made of now, by article: the heads of everything that readers see or saw. It is read from all
 * documents once, and afterwards only where something was decided that readers could see, so that publishing one article
 * of a site of thousands reads one.
 */
import type { DocumentDecision } from '../domain/decision.ts';
import { siteStream } from '../domain/decision.ts';
import type { DocumentId } from '../domain/document.ts';
import type { SiteState } from '../domain/site.ts';
import type { World } from '../ports.ts';
import { headOf, type DocumentHead } from '../render/heads.ts';
import type { SiteDocument } from '../render/site.ts';
import type { LiveDocument } from '../render/live-document.ts';
import { liveDocument } from './live-documents.ts';

type Source = Pick<World, 'store'>;

interface Known {
  readonly heads: Map<DocumentId, DocumentHead>;
  /** Documents to be read again; `undefined`: none has been read. */
  stale: Set<DocumentId> | undefined;
}

/** Kinds of decisions that readers could see something of. */
const seen = new Set<DocumentDecision['kind']>([
  'document.tagged',
  'document.renamed',
  'document.changed',
  'edition.policy-changed',
  'edition.published',
  'edition.withdrawn',
  'edition.rolled-back',
]);

const catalogues = new WeakMap<World['store'], Known>();

/**
 * Every document that readers see or saw, as everything committed by now makes it, one at a time, in the order of their
 * ids. One that must be read again is in memory, texts and all, only until the next is asked for.
 */
export async function* siteDocuments(world: Source): AsyncGenerator<SiteDocument> {
  const known = catalogues.get(world.store) ?? follow(world);
  const { policies } = await world.store.site();
  const load = (documentId: DocumentId): Promise<LiveDocument> => loadLive(world, documentId, policies);
  const stale = (known.stale ??= new Set((await world.store.board()).map(({ documentId }) => documentId)));
  const ids = [...new Set([...known.heads.keys(), ...stale])].toSorted((a, b) => (a < b ? -1 : 1));
  for (const documentId of ids) {
    const live = stale.delete(documentId) ? await read(stale, documentId, load) : undefined;
    if (live) known.heads.set(documentId, headOf(live));
    const head = known.heads.get(documentId);
    if (head && head.editions.length + head.withdrawn.length > 0) {
      yield { head, load: async () => live ?? load(documentId) };
    }
  }
}

/** One document of the site with its texts. */
export async function loadLive(
  world: Source,
  documentId: DocumentId,
  policies?: SiteState['policies'],
): Promise<LiveDocument> {
  const document = await world.store.document(documentId);
  if (document === undefined) throw new Error(`There is no document ${documentId}`);
  return liveDocument(world, document, policies ?? (await world.store.site()).policies);
}

/** What could not be read is to be read by the next call. */
async function read<T>(
  stale: Set<DocumentId>,
  documentId: DocumentId,
  load: (id: DocumentId) => Promise<T>,
): Promise<T> {
  try {
    return await load(documentId);
  } catch (error) {
    stale.add(documentId);
    throw error;
  }
}

function follow({ store }: Source): Known {
  const known: Known = { heads: new Map(), stale: undefined };
  catalogues.set(store, known);
  store.subscribe((recorded) => {
    for (const { stream, decision } of recorded) {
      if (decision.kind === 'policy.changed') known.stale = undefined;
      if (stream !== siteStream && seen.has(decision.kind as DocumentDecision['kind'])) known.stale?.add(stream);
    }
  });
  return known;
}
