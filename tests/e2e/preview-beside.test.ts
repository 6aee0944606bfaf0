/** The edition beside the desk: it follows the open segment without a script, and shows what was saved. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, signIn, type Visit } from './browser.ts';

const patience = { timeout: 20_000 };
const preview = 'POST /api/documents/:documentId/editions/:locale/preview';

let place: Place;
let server: RunningServer;
let browser: Browser;
let visit: Visit;
let documentId: string;
let ids: string[];

beforeAll(async () => {
  place = await aPlace();
  [server, browser] = await Promise.all([startServer(place), launch()]);
  visit = await signIn(browser, server);
  await visit.page.setViewportSize({ width: 1600, height: 900 });
  const board = await call(server, 'GET /api/documents');
  documentId = board.reply.documents.find(({ from }) => from === 'en')?.documentId ?? '';
  await call(server, 'POST /api/documents/:documentId/translate', {
    params: { documentId },
    body: { decisionId: crypto.randomUUID(), locales: ['he'] },
  });
  await vi.waitFor(async () => expect(await untranslated()).toBe(0), patience);
  ids = (await rows()).map(({ segmentId }) => segmentId);
});
afterAll(async () => {
  await browser.close();
  await server.kill('SIGTERM');
  await place.remove();
});

async function rows() {
  const query = { locale: 'he' } as const;
  return (await call(server, 'GET /api/documents/:documentId/segments', { params: { documentId }, query })).reply.rows;
}

async function untranslated(): Promise<number> {
  return (await rows()).filter(({ target }) => target?.state === 'untranslated').length;
}

function seen(page: Page): FrameLocator {
  return page.frameLocator('.panel-preview > iframe.seen');
}

/** The segment that the preview is led to. */
async function shownSegment(page: Page): Promise<string | null> {
  return seen(page).locator('.here:target').getAttribute('id', { timeout: 5000 });
}

it('follows the open segment, within one page, and keeps it in sight', async () => {
  const { page } = visit;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/preview')) asked.push(request.method());
  });
  await page.goto(`${server.url}/documents/${documentId}/review/he?segment=1&panel=preview`);
  await expect.poll(() => shownSegment(page), patience).toBe(`segment-${ids[1]}`);
  const before = asked.length;
  for (const n of [2, 3, 4, 5]) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => shownSegment(page), patience).toBe(`segment-${ids[n]}`);
  }
  const frame = await page.locator('.panel-preview > iframe.seen').boundingBox();
  const block = await seen(page).locator(':has(> .here:target)').boundingBox();
  expect(block?.y).toBeGreaterThanOrEqual(frame?.y ?? Infinity);
  expect(block?.y).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
  const mark = seen(page).locator('.here:target');
  expect(await mark.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).boxShadow)).toBe('none');
  expect(asked).toHaveLength(before);
  expect(visit.complaints).toEqual([]);
});

it('shows a saved text a moment later, without losing its place', async () => {
  const { page } = visit;
  const [id = ''] = ids.slice(5, 6);
  const params = { documentId, segmentId: id, locale: 'he' } as const;
  const { target } = (await rows())[5] ?? {};
  const body = { decisionId: crypto.randomUUID(), baseRevision: target?.revision ?? 0, text: 'נוסח שנשמר זה עתה' };
  await call(server, 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale', { params, body });
  await seen(page).getByText('נוסח שנשמר זה עתה').waitFor();
  expect(await shownSegment(page)).toBe(`segment-${id}`);
  expect(await page.locator('.panel-preview > iframe').count()).toBe(1);
});

it('is put away and brought back by its key, whoever writes goes on writing, and this device remembers it', async () => {
  const { page } = visit;
  await page.keyboard.press('Control+Shift+KeyE');
  await page.locator('.side-panel').waitFor({ state: 'detached' });
  expect(await page.locator('.desk-row.active :focus').count()).toBe(1);
  await page.keyboard.press('Control+Shift+KeyE');
  await page.goto(`${server.url}/documents/${documentId}/review/he?segment=2`);
  await expect.poll(() => shownSegment(page), patience).toBe(`segment-${ids[2]}`);
});

it('is framed by the desk alone', async () => {
  const { reply } = await call(server, preview, { params: { documentId, locale: 'he' } });
  const { headers } = await fetch(reply.url);
  expect(headers.get('content-security-policy')).toMatch(new RegExp(`frame-ancestors ${server.url}`, 'u'));
  expect(headers.get('content-security-policy')).not.toContain('script-src');
});
