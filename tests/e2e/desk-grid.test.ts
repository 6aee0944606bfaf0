/**
 * The desk in every language of the interface with every language of the text, from a phone to a 4K screen: nothing
 * runs out of the page, no label is cut, no control lies on another, each text stands at the side where its language
 * begins. With `SHOTS=folder` each case also leaves its picture there, for eyes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, layoutFaults, seriousFaults, signIn, type Visit } from './browser.ts';

const widths = [320, 768, 1280, 3840];
const interfaces: readonly Locale[] = ['en', 'he', 'ar'];
/** The text's language, and a shipped sample that is translated into it. */
const targets: ReadonlyArray<{ to: Locale; from: Locale }> = [
  { to: 'he', from: 'en' },
  { to: 'ar', from: 'en' },
  { to: 'en', from: 'he' },
];

let place: Place;
let server: RunningServer;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  place = await aPlace();
  [server, browser] = await Promise.all([startServer(place), launch()]);
  visit = await signIn(browser, server);
});
afterAll(async () => {
  await browser.close();
  await server.kill('SIGTERM');
  await place.remove();
});

it('sees what is broken', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent(`<!doctype html>
    <button style="position: absolute; top: 0; width: 60px; height: 40px">under</button>
    <button style="position: absolute; top: 20px; width: 60px; height: 40px">over</button>
    <button style="position: absolute; top: 100px; left: 390px">outside</button>
    <button style="position: absolute; top: 150px; width: 20px; overflow: hidden; white-space: nowrap">much too long</button>
    <p class="text" lang="he" dir="rtl" style="text-align: left">שלום</p>`);
  const faults = (await layoutFaults(page)).join('\n');
  for (const fault of ['pixels wider', '“under” lies on', '“outside” runs out', 'is cut', 'is aligned to left']) {
    expect(faults).toContain(fault);
  }
  await page.close();
});

describe.each(interfaces)('with the interface in %s', (ours) => {
  it.each(targets)('a text in $to fits every screen', async ({ to, from }) => {
    const { page } = visit;
    const documentId = await translated(from, to);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 700 ? 700 : Math.round(width * 0.6) });
      await page.goto(`${server.url}/documents/${documentId}/review/${to}?segment=2&lang=${ours}`);
      await page.locator('.desk-row.active .editor').waitFor();
      await page.evaluate('document.fonts.ready');
      const folder = process.env['SHOTS'];
      if (folder) await page.screenshot({ path: path.join(folder, `desk-${ours}-${to}-${width}.png`) });
      expect(await page.locator('html').getAttribute('lang')).toBe(ours);
      expect(await layoutFaults(page), `at ${width} pixels`).toEqual([]);
      if (width === 1280) expect(await seriousFaults(page)).toEqual([]);
    }
  });
});

/** A sample with drafts: in real words where the shipped memory has them. */
async function translated(from: Locale, to: Locale): Promise<string> {
  const text = readFileSync(`translations/samples/library.${from}.md`, 'utf8');
  const imported = await call(server, 'POST /api/documents', {
    body: { decisionId: crypto.randomUUID(), from, to: [to], input: { text, format: 'markdown' } },
  });
  const { documentId } = imported.reply;
  await call(server, 'POST /api/documents/:documentId/translate', {
    params: { documentId },
    body: { decisionId: crypto.randomUUID(), locales: [to] },
  });
  return documentId;
}
