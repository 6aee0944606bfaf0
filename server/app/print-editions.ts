/**
 * Printing in the background. Pages are published at once; what a browser makes of them (`render/prints.ts`) comes
 * seconds later, one print after the other, and each document's pages lead to its prints as soon as they stand.
 *
 * Nothing is queued: every run over the site says anew what of it is not printed, so a restart, a withdrawal or another
 * theme need nothing of their own. Fresh prints are handed to the next run, which writes them before the pages that lead
 * there. What cannot be printed is reported and tried a few times in the life of the process, and holds up nothing else.
 */
import type { DocumentId } from '../domain/document.ts';
import type { EditionSink, World } from '../ports.ts';
import { headOf, type DocumentHead } from '../render/heads.ts';
import { makePrint, printsOf, type MadePrint, type Print } from '../render/prints.ts';
import type { SiteDocument } from '../render/site.ts';
import type { SiteView } from '../render/site-view.ts';
import { liveDocument } from './live-documents.ts';

/** What of a document is to be printed. */
interface Missing {
  readonly documentId: DocumentId;
  readonly prints: readonly Print[];
  /** Of its newest edition. */
  readonly updatedAt: string;
}

interface Printing {
  /** As the last run over the site found it. */
  missing: readonly Missing[];
  site: SiteView | undefined;
  isRunning: boolean;
  runs: number;
  /** Made, and not yet written; by `nameOf`. */
  readonly fresh: Map<string, Uint8Array>;
  /** How often each has been tried. */
  readonly tries: Map<string, number>;
}

const attempts = 3;

const printings = new WeakMap<EditionSink, Printing>();

/**
 * The documents with what stands printed of them, and with what has just been printed. When all of them have been asked
 * for, what is missing is known.
 */
export async function* printedDocuments(
  { sink }: Pick<World, 'sink'>,
  site: SiteView,
  documents: AsyncIterable<SiteDocument>,
): AsyncGenerator<SiteDocument> {
  const printing = printingOf(sink);
  const missing: Missing[] = [];
  for await (const document of documents) {
    const all = printsOf(document.head, site);
    const prints = await standing(sink, printing, all);
    const others = all.filter(({ path }) => !prints.some((print) => print.path === path));
    if (others.length > 0) missing.push(missingOf(document.head, others));
    yield prints.length > 0 ? { ...document, prints } : document;
  }
  printing.missing = missing;
  printing.site = site;
}

/** Begins to print what the last run over the site found missing. `reconcile` is the next run. */
export function printMissing(world: World, reconcile: () => Promise<unknown>): void {
  const printing = printingOf(world.sink);
  if (printing.isRunning || printing.missing.length === 0) return;
  printing.isRunning = true;
  printing.runs += 1;
  const run = printing.runs; // Each is a job of its own: one that is just ending still has its id.
  world.queue.start(`prints-${run}`, async (signal) => {
    try {
      if (await world.press.isThere()) await printAll(world, printing, reconcile, signal);
    } catch (error) {
      if (!signal.aborted) world.report(error, 'what was printed could not be brought into the site');
    } finally {
      if (printing.runs === run) printing.isRunning = false;
    }
  });
}

async function printAll(
  world: World,
  printing: Printing,
  reconcile: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  for (let next = nextOf(printing); next !== undefined; next = nextOf(printing)) {
    await printDocument(world, printing, next, signal);
    signal.throwIfAborted();
    await reconcile();
    printing.fresh.clear();
  }
  printing.isRunning = false; // In one step with the look that found nothing: whoever comes after it begins anew.
}

/** The newest first: its readers are there now. */
function nextOf({ missing, tries }: Printing): Missing | undefined {
  return missing
    .map(({ prints, ...document }) => ({
      ...document,
      prints: prints.filter((print) => (tries.get(nameOf(print)) ?? 0) < attempts),
    }))
    .filter(({ prints }) => prints.length > 0)
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
}

async function printDocument(world: World, printing: Printing, missing: Missing, signal: AbortSignal): Promise<void> {
  const { store, press, report } = world;
  const { site, fresh, tries } = printing;
  const document = await store.document(missing.documentId);
  if (document === undefined || site === undefined) return;
  const live = await liveDocument(world, document, (await store.site()).policies);
  const current = new Set(printsOf(headOf(live), site).map(nameOf));
  for (const print of missing.prints) {
    if (signal.aborted) return;
    const name = nameOf(print);
    tries.set(name, (tries.get(name) ?? 0) + 1); // Until it is made, so that nothing is tried for ever.
    if (!current.has(name)) continue; // Another text is live since: the next run asks for its print.
    try {
      fresh.set(name, await makePrint(press, print, live, site));
      tries.delete(name);
    } catch (error) {
      if (!signal.aborted) report(error, `${print.path} could not be printed: the page goes without it`);
    }
  }
}

/** What stands in the site, or is about to be written there. */
async function standing(sink: EditionSink, { fresh }: Printing, prints: readonly Print[]): Promise<MadePrint[]> {
  const made: MadePrint[] = [];
  for (const print of prints) {
    const bytes = fresh.get(nameOf(print));
    if (bytes) made.push({ ...print, bytes: () => bytes });
    else if (await sink.holds(print)) made.push({ ...print, bytes: () => gone(print) });
  }
  return made;
}

function gone({ path }: Print): never {
  throw new Error(`${path} stood in the site a moment ago, and stands there no more`);
}

function missingOf({ documentId, editions }: DocumentHead, prints: readonly Print[]): Missing {
  const updatedAt =
    editions
      .map((edition) => edition.updatedAt)
      .toSorted()
      .at(-1) ?? '';
  return { documentId, prints, updatedAt };
}

function nameOf({ path, key }: Print): string {
  return `${path} ${key}`;
}

function printingOf(sink: EditionSink): Printing {
  const known = printings.get(sink);
  if (known) return known;
  const printing: Printing = {
    missing: [],
    site: undefined,
    isRunning: false,
    runs: 0,
    fresh: new Map(),
    tries: new Map(),
  };
  printings.set(sink, printing);
  return printing;
}
