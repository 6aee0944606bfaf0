/**
 * A press that is a Chromium: an installed one, or the packaged one where that is installed. It is started at the first
 * order, prints one order at a time, and is closed when nobody has asked for anything for a while. Whatever befalls it (a
 * crash, a hang) costs the order that it was at, which rejects and says so; the next order finds a new browser.
 *
 * A page runs no script and reaches nothing: every request is answered from the order's own assets or not at all.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import type { Press, PrintOrder } from '../ports.ts';
import { startChromium, type RunningChromium } from './chromium-process.ts';
import {
  chromiumArgs,
  inheritedEnvironment,
  isPackaged,
  preparePackagedChromium,
  type ChromiumLaunch,
} from './packaged-chromium.ts';
import { withFacts } from './pdf-facts.ts';

export interface PressOptions {
  /** An installed Chrome or Chromium, in place of the packaged one; `off`: nothing is printed. */
  readonly installed?: string;
  /** Where the packaged one is unpacked when `node_modules` cannot be written. */
  readonly folder: string;
  /** What one order may take. */
  readonly timeoutMs?: number;
  /** How long the browser is kept for the next order. */
  readonly idleMs?: number;
}

/** The press of this machine; nothing is started or unpacked before the first order. */
export function createChromiumPress(options: PressOptions): Press {
  const { timeoutMs = 60_000, idleMs = 60_000 } = options;
  let line: Promise<unknown> = Promise.resolve();
  let running: RunningChromium | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Takes its turn: what failed before it is no matter of this order. */
  function inTurn<T>(order: PrintOrder, view: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const turn = line.then(() => print(order, view, work));
    line = turn.catch(() => undefined);
    return turn;
  }

  async function print<T>(
    order: PrintOrder,
    view: BrowserContextOptions,
    work: (page: Page) => Promise<T>,
  ): Promise<T> {
    if (isClosed) throw new Error('The press is closed');
    clearTimeout(idle);
    if (!running?.browser.isConnected()) running = await startChromium(await launch(options));
    const { browser, kill } = running;
    const overdue = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      kill();
      overdue.reject(new Error(`The browser printed nothing within ${timeoutMs} ms`));
    }, timeoutMs);
    try {
      return await Promise.race([inContext(browser, order, view, work), overdue.promise]);
    } finally {
      clearTimeout(timer);
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  }

  async function end(): Promise<void> {
    const ended = running;
    running = undefined;
    clearTimeout(idle);
    await ended?.browser.close().catch(() => ended.kill());
  }

  return {
    isThere: async () => isThere(options),
    pdf: ({ rightToLeft, at, ...order }) =>
      inTurn(order, {}, async (page) => withFacts(await page.pdf(paper), { rightToLeft, at })),
    picture: ({ width, height, ...order }) =>
      inTurn(order, { viewport: { width, height } }, (page) => page.screenshot({ type: 'png' })),
    async close() {
      isClosed = true;
      running?.kill(); // What it is at is given up: it can be printed again.
      await line;
      await end();
    },
  };
}

async function inContext<T>(
  browser: Browser,
  order: PrintOrder,
  view: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...withoutReach, ...view });
  try {
    return await work(await open(await context.newPage(), order));
  } finally {
    await context.close();
  }
}

const withoutReach: BrowserContextOptions = {
  javaScriptEnabled: false,
  offline: true,
  serviceWorkers: 'block',
  acceptDownloads: false,
  colorScheme: 'light',
};

/** The page's own style decides about size, margins and what stands in them. */
const paper = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

function isThere({ installed }: PressOptions): boolean {
  return installed === undefined ? isPackaged() : existsSync(installed);
}

async function launch({ installed, folder }: PressOptions): Promise<ChromiumLaunch> {
  return installed === undefined
    ? preparePackagedChromium([undefined, folder])
    : { executablePath: installed, args: [...chromiumArgs], env: inheritedEnvironment() };
}

/** Where a page stands that has no address; deep enough for its paths to lead up. */
const nowhere = 'http://page.invalid/a/b/c/d/';

/** Fonts are asked for by the first layout, so that is made first. */
const allFonts = 'void document.body.offsetWidth; document.fonts.ready.then(() => undefined)';

/** Links to pages that cannot be found from paper. */
const withoutLinks = `for (const link of document.links) {
  if (link.origin === location.origin && link.pathname !== location.pathname) link.removeAttribute('href');
}`;

async function open(page: Page, { html, assets, address }: PrintOrder): Promise<Page> {
  const url = address ?? nowhere;
  const found = new Map([...assets].map(([file, bytes]) => [new URL(file, url).href, { file, bytes }]));
  await page.route('**/*', async (route: Route) => {
    const asked = route.request().url();
    const asset = found.get(asked);
    if (asked === url) return route.fulfill({ body: Buffer.from(html), contentType: 'text/html; charset=utf-8' });
    return asset ? route.fulfill({ body: Buffer.from(asset.bytes), contentType: typeOf(asset.file) }) : route.abort();
  });
  await page.goto(url, { waitUntil: 'load' });
  if (address === undefined) await page.evaluate(withoutLinks);
  await page.evaluate(allFonts);
  return page;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

function typeOf(file: string): string {
  return types[path.extname(file)] ?? 'application/octet-stream';
}
