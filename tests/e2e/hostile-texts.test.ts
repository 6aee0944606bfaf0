/**
 * A published site of texts that want to be more than text, opened in a browser that runs scripts: every page that the
 * site has, whatever kind it is. Nothing runs, nothing is fetched from elsewhere, no policy has to step in, no element
 * and no attribute comes of a text, and the text is there to be read.
 */
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import { encodePath } from '../../server/render/address.ts';
import { buildEditionsServer } from '../../server/http/editions-server.ts';
import { isHere, skipped } from '../support/bad-input.ts';
import { allStrings, hostileSite, ownStrings, type HostileSite } from '../support/hostile-site.ts';
import { launch, open, type Visit } from './browser.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

interface Published {
  readonly url: string;
  readonly folder: string;
  /** Relative to the site. */
  readonly pages: readonly string[];
  readonly shown: HostileSite['shown'];
  close(): Promise<void>;
}

async function publish({ files, shown }: HostileSite): Promise<Published> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  await createFileSink(folder).reconcile(files);
  const previews = createPreviews(systemClock);
  const app: FastifyInstance = await buildEditionsServer({ folder, previews, deskOrigin: 'http://127.0.0.1:1' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const pages = globSync('**/*.{html,xml,json}', { cwd: folder }).toSorted();
  return {
    url,
    folder,
    pages,
    shown,
    close: () => app.close().then(() => rm(folder, { recursive: true, force: true })),
  };
}

/** What happens on a page that must not. */
interface Watched extends Visit {
  readonly deeds: string[];
}

async function watch(origin: string): Promise<Watched> {
  const visit = await open(browser);
  const deeds: string[] = [];
  const { page } = visit;
  page.on('dialog', (dialog) => {
    deeds.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) deeds.push(`a request: ${request.url()}`);
  });
  page.on('popup', () => deeds.push('a window'));
  page.on('download', (download) => deeds.push(`a download: ${download.url()}`));
  await page.exposeFunction('tell', (deed: string) => void deeds.push(deed));
  await page.addInitScript(`
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      tell('a broken policy: ' + violatedDirective + ' ' + blockedURI));
    Object.defineProperty(globalThis, 'ran', { set: (value) => tell('script ' + value) });
  `);
  return { ...visit, deeds };
}

/** The elements of a page with their attributes, and where its links lead by their schemes. */
const partsOfPage = `(root, parts = new Set()) => {
  for (const element of root.querySelectorAll('*')) {
    parts.add(element.localName);
    for (const { name } of element.attributes) parts.add(element.localName + ' ' + name);
  }
  for (const { protocol } of root.querySelectorAll('a')) parts.add('to ' + protocol);
  return parts;
}`;

/** The same of a feed or a sitemap and of the HTML that it carries. */
const partsOfData = `(data) => {
  const parse = (text, type) => new DOMParser().parseFromString(text, type);
  const parts = new Set();
  const carried = typeof data === 'string' ? [] : data;
  if (typeof data === 'string') {
    const xml = parse(data, 'application/xml');
    (${partsOfPage})(xml, parts);
    for (const element of xml.querySelectorAll('[type=html]')) carried.push(element.textContent);
  }
  for (const text of carried) (${partsOfPage})(parse(text, 'text/html'), parts);
  return [...parts];
}`;

/** Opens a page of a site, or reads what a machine reads, and says what it consists of. */
async function partsOn(page: Page, site: Published, name: string): Promise<string[]> {
  if (name.endsWith('.html')) {
    await page.goto(`${site.url}/${encodePath(name)}`);
    return page.evaluate(`[...(${partsOfPage})(document)]`);
  }
  const text = await readFile(path.join(site.folder, name), 'utf8');
  const data = name.endsWith('.json') ? carriedBy(JSON.parse(text)) : text;
  return page.evaluate(`(${partsOfData})(${JSON.stringify(data)})`);
}

/** The HTML of a JSON feed. */
function carriedBy(feed: unknown): string[] {
  const { items = [] } = feed as { items?: ReadonlyArray<{ content_html?: string }> };
  return items.flatMap(({ content_html: html }) => html ?? []);
}

/** As two texts are compared: by what can be seen. */
function visible(text: string): string {
  return text.toWellFormed().replace(/[\s\p{C}\uFFFD]/gu, '');
}

/**
 * What a text may bring about: an address that `domain/address.ts` lets through, the contents of a long article, an
 * isolated run of the other direction.
 */
const harmless = ['to http:', 'to https:', 'to mailto:', 'to :', 'details', 'summary', 'bdi', 'bdi class', 'bdi dir'];

/** Hundreds of long pages. */
const patience = 300_000;

const sites = [
  { name: 'our own strings', strings: ownStrings, step: it },
  { name: `thousands of strings${skipped}`, strings: allStrings, step: it.skipIf(!isHere) },
];

describe.each(sites)('a site of $name', ({ strings, step }) => {
  let hostile: Published;
  let calm: Published;
  beforeAll(async () => {
    [hostile, calm] = await Promise.all([publish(hostileSite(strings)), publish(hostileSite(strings, { calm: true }))]);
  });
  afterAll(async () => {
    await Promise.all([hostile.close(), calm.close()]);
  });

  step(
    'shows every text as text, on the pages of a calm one; nothing runs, nothing is fetched',
    async () => {
      expect(hostile.pages).toEqual(calm.pages);
      const known = await partsOf(calm);
      const visit = await watch(hostile.url);
      const { page, deeds, complaints } = visit;
      for (const name of hostile.pages) {
        const parts = await partsOn(page, hostile, name);
        expect(
          parts.filter((part) => !known.has(part) && !harmless.includes(part)),
          name,
        ).toEqual([]);
        const shown = hostile.shown.get(name);
        if (shown === undefined) continue;
        const text = visible(await page.evaluate<string>('document.body.textContent'));
        expect(
          shown.filter((one) => !text.includes(visible(one))),
          name,
        ).toEqual([]);
      }
      expect({ deeds, complaints }).toEqual({ deeds: [], complaints: [] });
      await visit.close();
    },
    patience,
  );
});

async function partsOf(site: Published): Promise<Set<string>> {
  const visit = await open(browser);
  const parts = new Set<string>();
  for (const name of site.pages) for (const part of await partsOn(visit.page, site, name)) parts.add(part);
  await visit.close();
  return parts;
}
