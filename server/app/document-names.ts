/**
 * Names of documents in addresses. No two documents have one name, nor has one what another had, for that may lead to it.
 * The names are of all documents and a commit is of one, so whoever gives a name waits for its turn.
 */
import type { DocumentId } from '../domain/document.ts';
import { reservedSlugs } from '../domain/slug.ts';
import type { World } from '../ports.ts';
import { inTurn } from './in-turn.ts';

/** Does what gives a document its name while nobody else does. `taken`: what others have or had, or the site. */
export function givingName<T>(
  { store }: Pick<World, 'store'>,
  work: (taken: ReadonlySet<string>) => Promise<T>,
  documentId?: DocumentId,
): Promise<T> {
  return inTurn(store, 'names', async () => {
    const others = (await store.board()).filter((row) => row.documentId !== documentId);
    const used = others.flatMap(({ slug, formerSlugs = [] }) => [slug, ...formerSlugs]);
    return work(new Set([...reservedSlugs, ...used]));
  });
}
