/**
 * Our side of `publish.ts`, a process of its own: every Markdown file of a folder becomes an article of a site, through
 * the importer, the pages and the folder of files that a publication goes through.
 *   node publish-site.ts CONTENT OUT [--no-sync]
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { realDisk } from '../../server/adapters/site-files/disk.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';
import { readImport } from '../../server/app/read-import.ts';
import { accepted } from '../../server/domain/errors.ts';
import { headOf } from '../../server/render/heads.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import { planSite, type SiteDocument } from '../../server/render/site.ts';
import { plainView } from './publish-view.ts';

const [content = '', out = '', mode] = process.argv.slice(2);

function* documents(): Generator<SiteDocument> {
  for (const name of readdirSync(content).toSorted()) {
    const document = read(name);
    yield { head: headOf(document), load: async () => document };
  }
}

function read(name: string): LiveDocument {
  return articleOf(name, readFileSync(path.join(content, name)));
}

function articleOf(name: string, bytes: Uint8Array): LiveDocument {
  const slug = name.replace(/\.md$/u, '');
  const publication = { n: 1, at: '2026-11-21T12:00:00.000Z', by: 'bench', sourceVersion: 1, targets: [] };
  const { blocks } = accepted(readImport({ input: { name, bytes }, from: 'en', to: ['he'] }));
  const segments = blocks.map((block, at) => ({
    segment: { ...block, id: `segment-${at}` },
    text: block.text,
  }));
  const of = { documentId: slug, slug, locale: 'en', from: 'en' } as const;
  const edition = { ...of, publication, segments, history: [publication], policy: defaultPolicies.en };
  return { documentId: slug, slug, formerSlugs: [], tags: [], editions: [edition], withdrawn: [] };
}

const loadAgain = async (documentId: string): Promise<LiveDocument> => read(`${documentId}.md`);
const sink = createFileSink(out, realDisk({ sync: mode !== '--no-sync' }));
const { written } = await sink.reconcile(planSite({ site: plainView, documents: documents(), loadAgain }));
console.log(`${written.length} files`);
