/** A published site that a browser can visit: files in a folder of the test's own, behind the editions' server. */
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import { buildEditionsServer } from '../../server/http/editions-server.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { someSiteOf } from './editions.ts';

export interface PublishedSite {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Publishes these documents into a folder and serves it on loopback. */
export async function publishSite(
  folder: string,
  documents: readonly LiveDocument[],
  view: SiteView,
): Promise<PublishedSite> {
  await createFileSink(folder).reconcile(someSiteOf(documents, view));
  const deskOrigin = 'http://127.0.0.1:1';
  const server = await buildEditionsServer({ folder, previews: createPreviews(systemClock), deskOrigin });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${address}/`, close: () => server.close() };
}
