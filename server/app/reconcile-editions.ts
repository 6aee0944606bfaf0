/**
 * Makes the published site what the decisions say it is. Publishing commits first and calls this afterwards; it is also
 * called at start, so that a crash between the two heals itself. It never reads what the site was: the sink compares.
 */
import { editionLocales, editionOf } from '../domain/edition.ts';
import type { EditionSink, PublishedEdition, World } from '../ports.ts';
import { renderSite } from '../render/site.ts';

type Changes = Awaited<ReturnType<EditionSink['reconcile']>>;

interface Line {
  running: Promise<unknown>;
  /** The run that begins when the running one ends. */
  waiting: Promise<Changes> | undefined;
}

const lines = new WeakMap<EditionSink, Line>();

/**
 * Renders every live publication into the sink; gives the paths that changed. One run at a time: two that overlap
 * could write an older page over a newer one. Who comes while another waits shares that one's run, which will read
 * everything committed by then.
 */
export function reconcileEditions(world: World): Promise<Changes> {
  const line = lines.get(world.sink) ?? { running: Promise.resolve(), waiting: undefined };
  lines.set(world.sink, line);
  line.waiting ??= line.running
    .catch(() => undefined) // Its own caller hears of it.
    .then(() => {
      line.waiting = undefined;
      const run = world.sink.reconcile(renderSite(liveEditions(world), world.site));
      line.running = run;
      return run;
    });
  return line.waiting;
}

/** The live publications of each document that has any, one document at a time, in an order that does not change. */
async function* liveEditions(world: World): AsyncGenerator<readonly PublishedEdition[]> {
  const rows = await world.store.board();
  for (const { documentId } of rows.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))) {
    const document = await world.store.document(documentId);
    if (document === undefined) continue;
    const live = editionLocales(document).flatMap((locale) => {
      const { live: n } = editionOf(document, locale);
      return n === undefined ? [] : [world.store.publication(documentId, locale, n)];
    });
    const editions = (await Promise.all(live)).filter((edition) => edition !== undefined);
    if (editions.length > 0) yield editions;
  }
}
