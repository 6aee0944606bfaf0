/**
 * Publishing as an editor does it, in a real browser against a real server: seen before it is pressed, a paragraph alone, an
 * earlier publication again, by itself when it is ready, and gone.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, open, seriousFaults, signIn, type Visit } from './browser.ts';

/** A loaded machine takes its time; what is awaited comes or the test fails. */
const patience = { timeout: 20_000 };

describe('an editor', () => {
  let place: Place;
  let server: RunningServer;
  let browser: Browser;
  let visit: Visit;
  let reader: Visit;
  let documentId: string;
  let address: string;

  beforeAll(async () => {
    place = await aPlace();
    [server, browser] = await Promise.all([startServer(place), launch()]);
    visit = await signIn(browser, server);
    reader = await open(browser);
    const { documents } = (await call(server, 'GET /api/documents')).reply;
    documentId = documents[0]?.documentId ?? '';
    address = `${server.url}/documents/${documentId}/editions/he`;
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  });

  it('has both languages drafted, and Hebrew approved', async () => {
    const body = { decisionId: crypto.randomUUID(), locales: ['he' as const, 'ar' as const] };
    await call(server, 'POST /api/documents/:documentId/translate', { params: { documentId }, body });
    await expect
      .poll(async () => {
        const { reply } = await call(server, 'GET /api/documents/:documentId', { params: { documentId } });
        return reply.jobs.map(({ status }) => status);
      }, patience)
      .toEqual(['finished']);
    await approveAll('he');
    expect((await edition('he')).blockers).toEqual([]);
  });

  it('publishes for the first time, and readers have it', async () => {
    const { page } = visit;
    await page.goto(address);
    await page.getByRole('link', { name: 'Publish…' }).click();
    await page.getByText('This is the first publication').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('link', { name: 'Open live page' }).waitFor();
    await reader.page.goto((await edition('he')).url ?? '');
    expect(await reader.page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('lets one paragraph appear alone, with a note, while another is still open', async () => {
    const { page } = visit;
    await change(3, 'תוקן ', true);
    await change(4, 'פתוח ', false);
    await page.goto(address);
    await page.getByText('1 approved correction can appear now').waitFor();
    await page.getByRole('link', { name: 'Publish…' }).click();
    await page.getByRole('checkbox', { name: 'Paragraph 4' }).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(1);
    await page.getByLabel('Note to readers').fill('תוקנה הפסקה הרביעית.');
    expect(await seriousFaults(page)).toEqual([]);
    await page.reload();
    expect(await page.getByLabel('Note to readers').inputValue()).toBe('תוקנה הפסקה הרביעית.');
    await page.getByRole('button', { name: 'Publish 1 correction' }).click();
    await page.getByText('Publication 2 is live.').waitFor();
    await reader.page.reload();
    const text = await reader.page.locator('body').innerText();
    expect(text).toContain('תוקן ');
    expect(text).toContain('תוקנה הפסקה הרביעית.');
    expect(text).not.toContain('פתוח ');
  });

  it('sees what a publication changed, and shows the one before again', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: /^What changed/u }).click();
    await page.getByRole('heading', { level: 1, name: 'What changed in publication 2' }).waitFor();
    expect(await page.locator('ins').first().innerText()).toContain('תוקן');
    await page.goto(`${address}/changes?from=2&to=1`);
    await page.getByRole('button', { name: 'Show again' }).click();
    await page.getByText('Readers see the earlier publication again.').waitFor();
    await reader.page.reload();
    expect(await reader.page.locator('body').innerText()).not.toContain('תוקן ');
  });

  it('plans an edition, which appears by itself when it is ready', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/documents/${documentId}/editions/ar`);
    await page.getByRole('button', { name: 'Plan…' }).click();
    await page.getByRole('button', { name: 'Plan publication' }).click();
    await page.getByText('Published by itself when ready').waitFor();
    await approveAll('ar');
    await expect.poll(async () => (await edition('ar')).live, patience).toBe(1);
    await page.getByRole('link', { name: 'Open live page' }).waitFor();
    expect(await page.getByText('Published by itself when ready').count()).toBe(0);
  });

  it('names the site, and its pages follow', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/site`);
    const hebrew = page.getByRole('group', { name: 'Hebrew' });
    await hebrew.getByLabel('Title').fill('חדר הקריאה');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The pages follow by themselves.').waitFor();
    await expect
      .poll(async () => {
        await reader.page.reload();
        return reader.page.locator('body').innerText();
      }, patience)
      .toContain('חדר הקריאה');
  });

  it('withdraws an edition, whose address then says that it is gone', async () => {
    const { page } = visit;
    const { url = '' } = await edition('he');
    await page.goto(address);
    await page.getByRole('button', { name: 'Withdraw from publication' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Withdraw from publication' }).click();
    await page.getByText('The edition is withdrawn.').waitFor();
    await reader.page.goto(url);
    expect(await reader.page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await reader.page.locator('article p').count()).toBeLessThan(3);
    expect(visit.complaints).toEqual([]);
  });

  async function edition(locale: 'he' | 'ar') {
    const params = { documentId, locale };
    return (await call(server, 'GET /api/documents/:documentId/editions/:locale', { params })).reply;
  }

  async function approveAll(locale: 'he' | 'ar'): Promise<void> {
    const params = { documentId, locale };
    const body = { dismiss: 'looked at' };
    await call(server, 'POST /api/documents/:documentId/targets/:locale/approve', { params, body });
  }

  /** Puts a word before a Hebrew text, and approves it or leaves it open. */
  async function change(ordinal: number, word: string, isApproved: boolean): Promise<void> {
    const target = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale';
    const { reply } = await call(server, 'GET /api/documents/:documentId/segments', {
      params: { documentId },
      query: { locale: 'he' },
    });
    const params = { documentId, locale: 'he' as const, segmentId: reply.rows[ordinal]?.segmentId ?? '' };
    const { text, revision } = (await call(server, target, { params })).reply;
    const saved = await call(server, 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale', {
      params,
      body: { decisionId: crypto.randomUUID(), baseRevision: revision, text: word + text },
    });
    if (!isApproved) return;
    await call(server, 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve', {
      params,
      body: { decisionId: crypto.randomUUID(), baseRevision: saved.reply.revision, dismiss: 'looked at' },
    });
  }
});
