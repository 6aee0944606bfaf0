/** The termbase of a document's editions, ready to be found in texts. Made once for a state of the termbase, however many ask. */
import type { DocumentId } from '../domain/document.ts';
import type { SiteState } from '../domain/site.ts';
import { createTermIndex, type TermIndex } from '../domain/terms/term-index.ts';
import type { World } from '../ports.ts';

type Made = Map<DocumentId, TermIndex>;

const made = new WeakMap<SiteState['terms'], Made>();

/** Terms of the site and of this document. */
export async function termIndexFor({ store }: Pick<World, 'store'>, documentId: DocumentId): Promise<TermIndex> {
  const { terms } = await store.site();
  const known: Made = made.get(terms) ?? new Map<DocumentId, TermIndex>();
  made.set(terms, known);
  const index = known.get(documentId) ?? createTermIndex(terms, documentId);
  known.set(documentId, index);
  return index;
}
