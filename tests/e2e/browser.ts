/** A browser at a running server: signed in, strict about what the page does, and able to ask axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { prepareChromium } from '../support/chromium.ts';
import type { RunningServer } from '../support/server-process.ts';

export interface Visit {
  readonly page: Page;
  /** Errors of scripts, refused resources, anything that a browser complains about. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function launch(): Promise<Browser> {
  return chromium.launch(await prepareChromium());
}

/** Opens a page in a context of its own and signs in by the server's one-time link. */
export async function signIn(browser: Browser, server: RunningServer): Promise<Visit> {
  const visit = await open(browser);
  await visit.page.goto(server.link);
  await visit.page.waitForURL(`${server.url}/`);
  return visit;
}

/** Opens an empty page in a context of its own. */
export async function open(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page, as sentences. */
export async function seriousFaults(page: Page): Promise<string[]> {
  return faults(page, ['serious', 'critical']);
}

/** Everything that axe finds on the page, as sentences. */
export async function allFaults(page: Page): Promise<string[]> {
  return faults(page, ['minor', 'moderate', 'serious', 'critical']);
}

async function faults(page: Page, impacts: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (impacts) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impacts.includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
  }, impacts);
}

const layoutScript = readFileSync(path.join(import.meta.dirname, 'layout-faults.js'), 'utf8');

/** What lies on something else, is cut, or runs out of the window, as sentences. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(layoutScript);
}

interface AxeResults {
  readonly violations: ReadonlyArray<{
    readonly id: string;
    readonly impact: string;
    readonly nodes: ReadonlyArray<{ readonly target: readonly string[] }>;
  }>;
}
