/**
 * What the site is made of now, by article: the heads of everything that readers see or saw. It is read from all
 * documents once, and afterwards only where something was decided that readers could see, so that publishing one article
 * of a site of thousands reads one.
 */
import type { DocumentDecision } from '../domain/decision.ts';
import { siteStream } from '../domain/decision.ts';
import type { DocumentId } from '../domain/document.ts';
import type { World } from '../ports.ts';
import { headOf, type DocumentHead } from '../render/heads.ts';
import type { LiveDocument } from '../render/live-document.ts';
import { liveDocument } from './live-documents.ts';

export interface Catalogue {
  /** In an order that does not change: that of ids. */
  readonly documents: readonly DocumentHead[];
  /** A document with its texts. Rejects where it is there no more. */
  readonly load: (document: Pick<DocumentHead, 'documentId'>) => Promise<LiveDocument>;
}

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

/** The catalogue as everything committed by now makes it. */
export async function readCatalogue(world: Source): Promise<Catalogue> {
  const known = catalogues.get(world.store) ?? follow(world);
  const { policies } = await world.store.site();
  const load = async ({ documentId }: Pick<DocumentHead, 'documentId'>): Promise<LiveDocument> => {
    const document = await world.store.document(documentId);
    if (document === undefined) throw new Error(`There is no document ${documentId}`);
    return liveDocument(world, document, policies);
  };
  const stale = known.stale ?? new Set((await world.store.board()).map(({ documentId }) => documentId));
  known.stale = new Set();
  for (const documentId of stale) {
    try {
      const live = await load({ documentId });
      if (live.editions.length + live.withdrawn.length > 0) known.heads.set(documentId, headOf(live));
      else known.heads.delete(documentId);
    } catch (error) {
      known.stale = undefined; // Whatever was not read is read by the next call.
      throw error;
    }
  }
  const documents = known.heads
    .values()
    .toArray()
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
  return { documents, load };
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
