/** What can be measured of a published page in a browser: where letters stand, what moved, what was transferred. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const script = readFileSync(path.join(import.meta.dirname, 'page-measures.js'), 'utf8')
  .trim()
  .replace(/;$/u, '');

export interface FirstLoad {
  /** The sum of everything that moved after it was first drawn (Cumulative Layout Shift). */
  readonly shift: number;
  /** The families of web fonts that text is drawn in. */
  readonly families: readonly string[];
  /** What was transferred: compressed, with headers, of all responses. */
  readonly bytes: number;
}

/** Loads a page; `slow`: as on a telephone far from a mast, where fonts come late. */
export async function firstLoad(page: Page, address: string, { slow }: { slow: boolean }): Promise<FirstLoad> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow ? 300 : 0,
    downloadThroughput: slow ? 60_000 : -1,
    uploadThroughput: -1,
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await page.evaluate<Omit<FirstLoad, 'bytes'>>(`${script}.drawn()`);
  await session.detach();
  return { ...seen, bytes };
}

export interface WordWidths {
  /** The text that it was measured beside. */
  readonly beside: string;
  readonly joined: number;
  /** The same letters with a non-joiner between each two. */
  readonly apart: number;
}

/** A word in every element that holds Arabic, as wide as it is there and as wide as it were with its letters apart. */
export async function joinedWords(page: Page): Promise<readonly WordWidths[]> {
  return page.evaluate(`${script}.joinedWords()`);
}

/** The ends of paragraphs whose full stop does not stand at the end of its line. */
export async function misplacedStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(`${script}.misplacedStops()`);
}

/** From the left side of the window, in pixels. */
export interface Middles {
  readonly middle: number;
  readonly letters: readonly number[];
}

/** Where parts of the first paragraph stand, which must be in one line. */
export async function middlesOf(page: Page, parts: readonly string[]): Promise<readonly Middles[]> {
  return page.evaluate(`${script}.middlesOf(${JSON.stringify(parts)})`);
}

/** The title that is printed over every page but the first. */
export async function runningTitle(page: Page): Promise<string> {
  return page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--running')`);
}
