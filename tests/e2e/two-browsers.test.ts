/**
 * Two people on one document, each in a browser of their own against a real server: what one takes or opens the other
 * sees, a claim lapses where nobody works, and a late save shows both texts and loses none.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { editorText } from '../support/editor-text.ts';
import { aPlace, call, dragoman, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, open, type Visit } from './browser.ts';

/** A loaded machine takes its time; what is awaited comes or the test fails. `npm run bench -- presence` says how soon. */
const patience = { timeout: 60_000 };
/** Of the claims on this server: a few seconds. */
const claimMinutes = '0.2';

const targetLine = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale';

describe('two browsers on one document', () => {
  let place: Place;
  let server: RunningServer;
  let browser: Browser;
  let dana: Visit;
  let samir: Visit;
  let documentId: string;

  beforeAll(async () => {
    place = await aPlace();
    [server, browser] = await Promise.all([startServer(place, { DRAGOMAN_CLAIM_MINUTES: claimMinutes }), launch()]);
    const { reply } = await call(server, 'GET /api/documents');
    documentId = reply.documents.find(({ from }) => from === 'en')?.documentId ?? '';
    const drafting = await call(server, 'POST /api/documents/:documentId/translate', {
      params: { documentId },
      body: { decisionId: crypto.randomUUID(), locales: ['he'] },
    });
    const params = { documentId, jobId: drafting.reply.jobId };
    const status = async () =>
      (await call(server, 'GET /api/documents/:documentId/jobs/:jobId', { params })).reply.status;
    await vi.waitUntil(async () => (await status()) === 'finished', patience);
    dana = await signInByFreshLink();
    samir = await signInByFreshLink();
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  });

  async function signInByFreshLink(): Promise<Visit> {
    const visit = await open(browser);
    const link = /http\S+/u.exec((await dragoman(place, ['sign-in'])).stdout)?.[0] ?? '';
    await visit.page.goto(link);
    await visit.page.waitForURL(`${server.url}/`);
    return visit;
  }

  const desk = (segment: number) => `${server.url}/documents/${documentId}/review/he?segment=${segment}`;
  const editorOf = ({ page }: Visit, n: number) =>
    page.getByRole('textbox', { name: `Translation of segment ${n}`, exact: true });
  const openDesk = async (visit: Visit, segment: number): Promise<void> => {
    await visit.page.goto(desk(segment));
    await editorOf(visit, segment + 1).waitFor();
  };
  const noticeOn = (page: Page) => page.getByRole('article').getByText('Open in another window of yours');

  it('shows one where the other is, and no longer once they have gone on or left', async () => {
    await openDesk(samir, 1);
    await openDesk(dana, 0);
    await noticeOn(samir.page).waitFor({ state: 'detached', ...patience });
    await dana.page.keyboard.press('Alt+ArrowDown');
    await noticeOn(samir.page).waitFor({ state: 'visible', ...patience });
    await dana.page.keyboard.press('Alt+ArrowDown');
    await samir.page.locator('[data-index="2"] .others-mark').waitFor({ state: 'visible', ...patience });
    await noticeOn(dana.page).waitFor({ state: 'detached', ...patience });
    await dana.page.goto('about:blank');
    await samir.page.locator('.others-mark').waitFor({ state: 'detached', ...patience });
  });

  it('takes five from the queue: the other sees it and is given others, until they lapse', async () => {
    await samir.page.goto(`${server.url}/queue?locale=he`);
    await samir.page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    await dana.page.goto(`${server.url}/queue?locale=he`);
    await dana.page.getByRole('combobox', { name: 'How many' }).selectOption('5');
    await dana.page.getByRole('button', { name: 'Take the next 5' }).click();
    await editorOf(dana, 1).waitFor();
    await samir.page
      .getByText('Taken in another window of yours')
      .nth(4)
      .waitFor({ state: 'visible', ...patience });
    await samir.page.getByRole('combobox', { name: 'How many' }).selectOption('5');
    await samir.page.getByRole('button', { name: 'Take the next 5' }).click();
    await editorOf(samir, 6).waitFor();
    await dana.page.getByText('0 of 5 taken are done').waitFor();
    await dana.page.getByText(/went back to the queue/u).waitFor(patience);
    await samir.page.goto(`${server.url}/queue?locale=he`);
    const free = samir.page.getByText('Taken in another window of yours').first();
    await free.waitFor({ state: 'detached', ...patience });
  });

  it('meets a late save with both texts, and loses neither', async () => {
    await openDesk(dana, 3);
    await openDesk(samir, 3);
    await dana.page.context().setOffline(true);
    await editorOf(dana, 4).focus();
    await dana.page.keyboard.press('Control+End');
    await dana.page.keyboard.type(' של דנה');
    await editorOf(samir, 4).focus();
    await samir.page.keyboard.press('Control+End');
    await samir.page.keyboard.type(' של סמיר');
    await samir.page.keyboard.press('Control+s');
    await expect.poll(fourth, patience).toMatch(/ של סמיר$/u);
    await dana.page.context().setOffline(false);
    await dana.page.keyboard.press('Control+s');
    const alert = dana.page.getByRole('alert');
    await alert.waitFor(patience);
    await dana.page.reload();
    await dana.page.getByRole('alert').waitFor(patience);
    const shown = await dana.page.locator('article.active').innerText();
    const typed = await editorOf(dana, 4).evaluate(editorText);
    expect(`${shown} ${typed}`).toContain('דנה');
    expect(shown).toContain('סמיר');
    expect(await fourth()).toMatch(/ של סמיר$/u);
  });

  it('merges the two by keys alone, anew when the other saves once more, and tells how long it took', async () => {
    await editorOf(samir, 4).focus();
    await samir.page.keyboard.press('Control+Home');
    await samir.page.keyboard.type('אכן ');
    await samir.page.keyboard.press('Control+s');
    await expect.poll(fourth, patience).toMatch(/^אכן .* של סמיר$/u);
    await expect.poll(() => dana.page.locator('.merge-result').innerText(), patience).toContain('אכן');
    await editorOf(dana, 4).focus();
    await dana.page.keyboard.press('Control+Enter');
    await dana.page.locator('.merge-place input:focus').waitFor(patience);
    await dana.page.keyboard.press('3');
    await dana.page.locator('.merge-use:focus').waitFor(patience);
    await dana.page.keyboard.press('Enter');
    await expect.poll(fourth, patience).toMatch(/^אכן .* של דנה של סמיר$/u);
    const statistics = await call(server, 'GET /api/documents/:documentId/statistics', { params: { documentId } });
    const outcome = statistics.reply.outcomes.find(({ ordinal }) => ordinal === 3);
    expect(outcome).toMatchObject({ isUntouched: false });
    expect(outcome?.activeMs).toBeGreaterThan(0);
  });

  async function fourth(): Promise<string> {
    const { reply } = await call(server, 'GET /api/documents/:documentId/segments', {
      params: { documentId },
      query: { locale: 'he' },
    });
    const segmentId = reply.rows[3]?.segmentId ?? '';
    return (await call(server, targetLine, { params: { documentId, segmentId, locale: 'he' } })).reply.text;
  }
});
