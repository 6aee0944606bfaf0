/**
 * The main job as a person does it, in a real browser against a real server process: import, draft by machine, review
 * by keyboard, be refused, publish, read three editions. Once with a shipped sample's own words, once with the real
 * article, where it is at hand.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorText } from '../support/editor-text.ts';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, open, seriousFaults, signIn, type Visit } from './browser.ts';

/** A loaded machine takes its time; what is awaited comes or the test fails. */
const patience = { timeout: 20_000 };

const realArticle = '../shared/data/articles/short-news.en.txt';

const articles = [
  {
    name: 'a shipped sample',
    file: 'translations/samples/river.en.txt',
    title: 'The river that learned to wait',
    asksForTitle: false,
  },
  { name: 'the real article', file: realArticle, title: 'Ceasefire under fire', asksForTitle: true },
];

describe.each(articles)('with $name', ({ file, title, asksForTitle }) => {
  let place: Place;
  let server: RunningServer;
  let browser: Browser;
  let visit: Visit;
  let documentId: string;

  const isThere = existsSync(file);

  beforeAll(async () => {
    if (!isThere) return;
    place = await aPlace();
    [server, browser] = await Promise.all([startServer(place), launch()]);
    visit = await signIn(browser, server);
  });
  afterAll(async () => {
    if (!isThere) return;
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  });

  const step = it.skipIf(!isThere);
  const skipped = isThere ? '' : ` (skipped: ${file} is not here)`;

  step(`imports a file after a look at its segments${skipped}`, async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Import article' }).first().click();
    await page.setInputFiles('input[type=file]', file);
    await page.getByText('What it becomes').waitFor();
    if (asksForTitle) await page.getByLabel('Title').fill(title);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/documents\/[\w-]{12}$/u);
    documentId = page.url().slice(-12);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  step('drafts both languages by machine, visibly, to the end', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Draft translations' }).click();
    await page.getByText('Finished').waitFor();
    await page.getByText('Nothing is left to translate').waitFor();
  });

  step('reviews Hebrew by keyboard alone, an edit among it, and sees the difference', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/documents/${documentId}/review/he`);
    const editor = page.getByRole('textbox', { name: 'Translation of segment 1', exact: true });
    await editor.waitFor();
    expect([await editor.getAttribute('lang'), await editor.getAttribute('dir')]).toEqual(['he', 'rtl']);
    await page.keyboard.press('Control+Shift+Enter');
    const second = page.getByRole('textbox', { name: 'Translation of segment 2', exact: true });
    await second.waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' תוספת');
    await page.locator('ins').filter({ hasText: 'תוספת' }).waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('textbox', { name: 'Translation of segment 3', exact: true }).waitFor();
    const targets = async () => (await heRows(server, documentId)).map(({ target }) => target);
    await expect.poll(async () => (await targets())[1]?.state, patience).toBe('approved');
    const [first, edited] = await targets();
    expect(first).toMatchObject({ state: 'approved' });
    expect(edited).toMatchObject({ origin: { type: 'human' } });
    expect(edited?.text).toMatch(/ תוספת$/u);
  });

  step('keeps what is typed through a reload', async () => {
    const { page } = visit;
    const third = page.getByRole('textbox', { name: 'Translation of segment 3', exact: true });
    const before = await third.evaluate(editorText);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' לא נשמר');
    await page.reload();
    await third.waitFor();
    expect(await third.evaluate(editorText)).toBe(`${before} לא נשמר`);
    await third.fill(before);
  });

  step('is refused publishing while segments are open, with the list of what blocks', async () => {
    const { page } = visit;
    const refused = await call(server, 'POST /api/documents/:documentId/editions/:locale/publish', {
      params: { documentId, locale: 'he' },
      body: { decisionId: crypto.randomUUID() },
    });
    expect(refused.status).toBe(409);
    await page.goto(`${server.url}/documents/${documentId}/editions/he`);
    await page.getByText('still block publishing').waitFor();
    expect(await page.getByRole('button', { name: 'Publish…' }).isDisabled()).toBe(true);
    const { blockers } = refused.reply as unknown as { blockers: object[] };
    await page
      .getByRole('link', { name: /to review/u })
      .first()
      .waitFor();
    expect(blockers.length).toBeGreaterThan(1);
  });

  step('publishes Hebrew when its last segment is approved, then Arabic and English', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/documents/${documentId}/review/he`);
    const active = page.getByRole('textbox', { name: /^Translation of segment/u });
    const waiting = await openCount(server, documentId, 'he');
    for (let n = 0; n < waiting; n += 1) {
      await page.locator('button:enabled', { hasText: 'Approve and next' }).waitFor();
      const name = (await active.getAttribute('aria-label')) ?? '';
      await page.keyboard.press('Control+Shift+Enter');
      if (n < waiting - 1) await page.getByRole('textbox', { name, exact: true }).waitFor({ state: 'detached' });
      await expect.poll(() => hiddenByHeader(page), patience).toBeLessThanOrEqual(0);
    }
    await page.getByText('Every segment is approved.').waitFor();
    await call(server, 'POST /api/documents/:documentId/targets/:locale/approve', {
      params: { documentId, locale: 'ar' },
      body: {},
    });
    for (const locale of ['he', 'ar', 'en'] as const) {
      await page.goto(`${server.url}/documents/${documentId}/editions/${locale}`);
      await page.getByRole('link', { name: 'Publish…' }).click();
      await page.getByText('This is the first publication').waitFor();
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByRole('link', { name: 'Open live page' }).waitFor();
    }
  });

  step('shows readers right-to-left and left-to-right editions that lead to each other', async () => {
    const reader = await open(browser);
    const { page } = reader;
    for (const [locale, direction] of [
      ['he', 'rtl'],
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ] as const) {
      const view = await call(server, 'GET /api/documents/:documentId/editions/:locale', {
        params: { documentId, locale },
      });
      await page.goto(view.reply.url ?? '');
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await page.evaluate('getComputedStyle(document.documentElement).direction')).toBe(direction);
      expect(
        await page
          .locator('nav.languages a[hreflang]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang'))),
      ).toEqual(['en', 'he', 'ar']);
      expect(await seriousFaults(page)).toEqual([]);
      await page.locator('nav.languages a[hreflang=he]').click();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    }
    expect(await page.context().cookies()).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  step('changes no published byte by a later edit, until it is approved and published again', async () => {
    const { page } = visit;
    const before = digests(place.editions);
    await page.goto(`${server.url}/documents/${documentId}/review/he?segment=2`);
    const editor = page.getByRole('textbox', { name: 'Translation of segment 3', exact: true });
    await editor.fill('נוסח מתוקן');
    await page.keyboard.press('Control+KeyS');
    await expect.poll(() => openCount(server, documentId, 'he'), patience).toBe(1);
    expect(digests(place.editions)).toEqual(before);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => openCount(server, documentId, 'he'), patience).toBe(0);
    expect(digests(place.editions)).toEqual(before);
    await call(server, 'POST /api/documents/:documentId/editions/:locale/publish', {
      params: { documentId, locale: 'he' },
      body: { decisionId: crypto.randomUUID() },
    });
    const after = digests(place.editions);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.every((name) => name.startsWith('he/') || name.endsWith('index.html') || name.startsWith('.'))).toBe(
      true,
    );
    expect(changed.some((name) => name.startsWith('he/'))).toBe(true);
  });

  step('ends with nothing for the browser to complain about', () => {
    expect(visit.complaints).toEqual([]);
  });
});

/** How many pixels of the open row's beginning lie under the desk's header. */
function hiddenByHeader(page: Page): Promise<number> {
  return page.evaluate(`
    document.querySelector('.desk-header').getBoundingClientRect().bottom -
    document.querySelector('.editor').closest('li').getBoundingClientRect().top
  `);
}

/** What is translated, with its Hebrew. */
async function heRows(server: RunningServer, documentId: string) {
  const { reply } = await call(server, 'GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale: 'he' },
  });
  return reply.rows.filter(({ target }) => target);
}

async function openCount(server: RunningServer, documentId: string, locale: 'he' | 'ar'): Promise<number> {
  const { reply } = await call(server, 'GET /api/documents/:documentId/editions/:locale', {
    params: { documentId, locale },
  });
  return reply.blockers.length;
}

/** Every file under a folder with the digest of its bytes. */
function digests(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}
