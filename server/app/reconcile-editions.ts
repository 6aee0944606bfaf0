/**
 * Makes the published site what the decisions say it is. Publishing commits first and calls this afterwards; it is also
 * called at start, so that a crash between the two heals itself. It never reads what the site was: the sink compares.
 */
import type { DocumentId } from '../domain/document.ts';
import { policyFor } from '../domain/policy.ts';
import { settingsOf } from '../domain/site.ts';
import type { EditionSink, SiteChanges, World } from '../ports.ts';
import type { DocumentHead } from '../render/heads.ts';
import type { LiveDocument } from '../render/live-document.ts';
import type { SiteView } from '../render/site-view.ts';
import { planSite, type SiteDocument } from '../render/site.ts';
import { stamped } from '../render/stamp.ts';
import { aboutBlocks } from './about-blocks.ts';
import { deliverSite } from './deliver-site.ts';
import { printedDocuments, printMissing } from './print-editions.ts';
import { loadLive, siteDocuments } from './site-catalogue.ts';

interface Line {
  running: Promise<unknown>;
  /** The run that begins when the running one ends. */
  waiting: Promise<SiteChanges> | undefined;
}

const lines = new WeakMap<EditionSink, Line>();

/**
 * Renders every live publication into the sink; gives the paths that changed. One run at a time: two that overlap
 * could write an older page over a newer one. Who comes while another waits shares that one's run, which will read
 * everything committed by then.
 */
export function reconcileEditions(world: World): Promise<SiteChanges> {
  const line = lines.get(world.sink) ?? { running: Promise.resolve(), waiting: undefined };
  lines.set(world.sink, line);
  line.waiting ??= line.running
    .catch(() => undefined) // Its own caller hears of it.
    .then(() => {
      line.waiting = undefined;
      const run = writeSite(world);
      line.running = run;
      return run;
    });
  return line.waiting;
}

/** The site as its pages see it. */
export async function siteView(world: Pick<World, 'store' | 'site' | 'themes'>): Promise<SiteView> {
  const { name, editionsUrl } = world.site;
  const state = await world.store.site();
  const policies = {
    en: policyFor('en', state.policies.en),
    he: policyFor('he', state.policies.he),
    ar: policyFor('ar', state.policies.ar),
  };
  // How often they were changed is no page's business: only pages that show what changed are made anew.
  const { revision: _, ...settings } = settingsOf(state);
  const theme = world.themes.find(settings.theme);
  return {
    name,
    ...(editionsUrl && { editionsUrl: withSlash(editionsUrl) }),
    settings,
    about: aboutBlocks(settings.about),
    policies,
    theme,
  };
}

async function writeSite(world: World): Promise<SiteChanges> {
  const site = await siteView(world);
  const heads: DocumentHead[] = [];
  const documents = printedDocuments(world, site, noting(heads, siteDocuments(world)));
  const loadAgain = (documentId: DocumentId): Promise<LiveDocument> => loadLive(world, documentId);
  const { files, stamp } = stamped(planSite({ site, documents, loadAgain }));
  const changes = await world.sink.reconcile(files);
  deliverSite(world, { site, heads, stamp: stamp(), changes });
  printMissing(world, () => reconcileEditions(world));
  return changes;
}

async function* noting(heads: DocumentHead[], documents: AsyncIterable<SiteDocument>): AsyncGenerator<SiteDocument> {
  for await (const document of documents) {
    heads.push(document.head);
    yield document;
  }
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
