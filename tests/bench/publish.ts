/**
 * Publishing a whole site, and one page of it again. Cold: 3,000 Markdown articles of 2.5 KB and of 100 KB become a
 * site, each side a process of its own, in turns; peers are measured where they are installed (Hugo, Eleventy). None of
 * them syncs, so ours is measured without, and with. Again: one of 3,000 published articles is corrected in the embedded
 * store, and the site brought into line.
 * `--small`: a tenth of the articles.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { realDisk } from '../../server/adapters/site-files/disk.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { reconcileEditions } from '../../server/app/reconcile-editions.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { World } from '../../server/ports.ts';
import { aDecisionId, aSegment, aSource, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { longArticle } from '../support/long-article.ts';
import { inFolder } from './folder.ts';
import { verify } from './measure.ts';
import { onPath, runProcess, type Ran } from './process.ts';
import { peers } from './publish-peers.ts';
import { plainView } from './publish-view.ts';
import { aligned, type Row, tableOf } from './table.ts';

const isSmall = process.argv.includes('--small');
const pages = isSmall ? 300 : 3000;
const rounds = isSmall ? 3 : 7;
const program = path.resolve(import.meta.dirname, 'publish-site.ts');

/** As `npm start` runs the server. */
const asStarted = '--max-semi-space-size=8';

interface Side {
  readonly name: string;
  readonly run: () => Promise<Ran>;
}

export async function publishReport(): Promise<string> {
  const cold = [
    await coldSites({ title: `${pages} pages of 2.5 KB`, paragraphs: 6, wordsPerParagraph: 70 }),
    await coldSites({ title: `${pages} pages of 100 KB`, paragraphs: 120, wordsPerParagraph: 140 }),
  ];
  return [...cold, await publishedAgain()].join('\n\n');
}

async function coldSites(shape: { title: string; paragraphs: number; wordsPerParagraph: number }): Promise<string> {
  return inFolder(async (folder) => {
    const content = path.join(folder, 'content');
    mkdirSync(content);
    // Ten texts under many names: what differs costs nobody anything.
    const texts = Array.from({ length: 10 }, (_, seed) => longArticle({ seed, locale: 'en', ...shape }));
    for (let n = 0; n < pages; n += 1) {
      const head = `---\ntitle: Article ${n}\nlayout: page.njk\n---\n`;
      writeFileSync(path.join(content, `article-${n}.md`), `${head}${texts[n % texts.length] ?? ''}`);
    }
    const sides = sidesOf(folder, content);
    const results = new Map(sides.map(({ name }) => [name, [] as Ran[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, run } of sides) results.get(name)?.push(await run());
    }
    const ours = median(results.get('ours, no sync') ?? [], ({ ms }) => ms);
    const lines = [...results].map(([name, ran]) => [
      name,
      `${(median(ran, ({ ms }) => ms) / 1000).toFixed(2)} s`,
      `${(Math.min(...ran.map(({ ms }) => ms)) / 1000).toFixed(2)}–${(Math.max(...ran.map(({ ms }) => ms)) / 1000).toFixed(2)}`,
      `${(median(ran, ({ ms }) => ms) / ours).toFixed(2)}×`,
      `${median(ran, ({ peakMiB }) => peakMiB ?? Number.NaN)} MiB`,
    ]);
    const missing = peers.filter(({ command }) => !onPath(command)).map(({ name }) => `${name}: not installed`);
    return [
      `${shape.title}, cold, ${rounds} rounds; goal ≥ 1× Hugo`,
      aligned([['side', 'median', 'min–max', 'beside ours, no sync', 'peak memory'], ...lines]),
      ...missing,
    ].join('\n');
  });
}

function sidesOf(folder: string, content: string): Side[] {
  const ours = (name: string, ...mode: string[]): Side => {
    const out = path.join(folder, name.replaceAll(/\P{L}/gu, '-'));
    return side(name, out, () => runProcess(process.execPath, [asStarted, program, content, out, ...mode], folder));
  };
  const others = peers.flatMap(({ name, command, prepare }) => {
    const installed = onPath(command);
    if (installed === undefined) return [];
    const home = path.join(folder, name);
    mkdirSync(home);
    const { args, out } = prepare(home, content);
    return [side(name, out, () => runProcess(installed, args, home))];
  });
  return [ours('ours, no sync', '--no-sync'), ours('ours, synced'), ...others];
}

/** Cold each time; and a page for each article, or nothing was measured. */
function side(name: string, out: string, build: () => Promise<Ran>): Side {
  return {
    name,
    async run() {
      rmSync(out, { recursive: true, force: true });
      const ran = await build();
      const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /article-\d+[/\\]index\.html$/u.test(file),
      );
      verify(`${name} made ${pages} pages (${made.length})`, made.length === pages);
      return ran;
    },
  };
}

function median<T>(values: readonly T[], of: (value: T) => number): number {
  const sorted = values.map(of).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function publishedAgain(): Promise<string> {
  const rows: Row[] = [];
  for (const sync of [false, true]) rows.push(await oneOf(sync));
  return tableOf(rows);
}

/** The work of a correction after its decision: from the commit's answer to the site as readers see it. */
async function oneOf(sync: boolean): Promise<Row> {
  return inFolder(async (folder) => {
    const store = await openEmbeddedStore({ folder: path.join(folder, 'data'), hash: sha256Short });
    try {
      const sink = createFileSink(path.join(folder, 'site'), realDisk({ sync }));
      const world = await aWorld({ store, sink });
      const ids = await fill(world);
      await reconcileEditions(world);
      const times: number[] = [];
      for (const documentId of ids.slice(0, 20)) {
        await publishAnew(world, documentId);
        const began = performance.now();
        const { written } = await reconcileEditions(world);
        times.push(performance.now() - began);
        verify(`little is written: ${written.join(' ')}`, written.length > 0 && written.length < 20);
      }
      const sorted = times.toSorted((a, b) => a - b);
      const ours = { median: median(times, (ms) => ms), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
      return {
        operation: `publish 1 of ${pages} again${sync ? ', synced' : ''}`,
        input: '2.5 KB each, embedded store',
        ours,
        goal: '≤ 20 ms of work',
        met: ours.median <= 20,
      };
    } finally {
      await store.close();
    }
  });
}

async function fill({ store }: World): Promise<string[]> {
  const settings = { ...plainView.settings };
  const change = { kind: 'settings.changed', settings, revision: 0 } as const;
  const head = () => ({ id: aDecisionId(), at: '2026-11-21T12:00:00.000Z', by: 'bench' });
  accepted(await store.commit({ stream: 'site', decisions: [{ ...head(), ...change }] }));
  const texts = longArticle({ seed: 1, locale: 'en', paragraphs: 6, wordsPerParagraph: 70 }).trimEnd().split('\n\n');
  const ids: string[] = [];
  for (let n = 0; n < pages; n += 1) {
    const segments = [aSegment({ kind: 'title', text: `Article ${n}` }), ...texts.map((text) => aSegment({ text }))];
    const imported = importedDecision({ source: aSource({ segments }), slug: `article-${n}` });
    const { documentId } = imported;
    const published = { ...head(), kind: 'edition.published', locale: 'en', sourceVersion: 1, targets: [] } as const;
    accepted(await store.commit({ stream: documentId, decisions: [imported, published] }));
    ids.push(documentId);
  }
  return ids;
}

/** Another publication of the same text: its details have changed. */
async function publishAnew({ store }: World, documentId: string): Promise<void> {
  const details = { description: `What it is about, ${aDecisionId()}` };
  const head = () => ({ id: aDecisionId(), at: '2026-11-22T12:00:00.000Z', by: 'bench' });
  const decisions = [
    { ...head(), kind: 'edition.described', locale: 'en', details } as const,
    { ...head(), kind: 'edition.published', locale: 'en', sourceVersion: 1, targets: [], details } as const,
  ];
  accepted(await store.commit({ stream: documentId, decisions }));
}
