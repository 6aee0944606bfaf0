/**
 * A review from the queue to the last approval with the keyboard alone, under a Hebrew and under an Arabic layout: each
 * press carries the layout's letter and the key's place (`keyboard.ts`). No pointer, no script presses a button.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, signIn, type Visit } from './browser.ts';
import { keyboardOf, type Keyboard, type LayoutName } from './keyboard.ts';

const article = '../shared/data/articles/short-news.en.txt';
const sample = 'translations/samples/river.en.txt';
const isThere = existsSync(article);

/** A loaded machine takes its time; what is awaited comes or the test fails. */
const patience = { timeout: 20_000 };

const people: ReadonlyArray<{ layout: LayoutName; locale: Locale; added: string; reason: string }> = [
  { layout: 'hebrew', locale: 'he', added: ' נבדק מול המקור.', reason: 'חסר משפט' },
  { layout: 'arabic', locale: 'ar', added: ' روجع على الأصل.', reason: 'جملة ناقصة' },
];

describe.each(people)('under a $layout layout', ({ layout, locale, added, reason }) => {
  let place: Place;
  let server: RunningServer;
  let browser: Browser;
  let visit: Visit;
  let keys: Keyboard;
  let documentId: string;

  beforeAll(async () => {
    place = await aPlace();
    [server, browser] = await Promise.all([startServer(place), launch()]);
    visit = await signIn(browser, server);
    keys = await keyboardOf(visit.page, layout);
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  });

  it('takes what waits from the queue', async () => {
    const { page } = visit;
    documentId = await drafted(server, locale);
    await page.goto(`${server.url}/queue?locale=${locale}&lang=${locale}`);
    const take = page.getByRole('button', { name: takeTen(locale) });
    await take.waitFor();
    await tabTo(keys, take);
    await keys.press('Enter');
    await page.waitForURL(new RegExp(`/documents/${documentId}/review/${locale}`, 'u'));
    await page.locator('.desk-row.active [role=textbox]').waitFor();
  });

  it('sends one back for a reason, takes that back, and writes in its letters', async () => {
    const { page } = visit;
    await inEditor(page);
    await keys.press('Control+KeyE');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(keys, dialog.locator('textarea'));
    await keys.type(reason);
    await keys.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await targets(server, documentId, locale))[0]?.returned?.reason, patience)
      .toBe(reason);
    // The note that offers to take it back says that the desk knows of it.
    await page.locator('.toast').first().waitFor();
    await inEditor(page);
    await keys.press('Control+KeyU');
    await expect.poll(async () => (await targets(server, documentId, locale))[0]?.returned, patience).toBe(undefined);
    await inEditor(page);
    await keys.press('Control+End');
    await keys.type(added);
    await keys.press('Control+KeyS');
    await expect.poll(async () => (await targets(server, documentId, locale))[0]?.text, patience).toMatch(added);
  });

  it('finds a command by its name in the palette', async () => {
    const { page } = visit;
    await inEditor(page);
    await keys.press('Control+KeyK');
    const palette = page.getByRole('dialog');
    await palette.waitFor();
    await keys.type('2');
    await keys.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await page.locator('.desk-row.active .desk-number', { hasText: '2' }).waitFor();
    await inEditor(page);
    await keys.press('Alt+ArrowUp');
    await page.locator('.desk-row.active .desk-number', { hasText: '1' }).waitFor();
  });

  it('approves to the last segment', async () => {
    const { page } = visit;
    const { length } = await targets(server, documentId, locale);
    const editor = page.locator('.desk-row.active [role=textbox]');
    const dialog = page.getByRole('dialog');
    const allApproved = page.getByText(wordsOf(locale).review['all-approved']);
    for (let n = 0; n < length; n += 1) {
      await inEditor(page);
      const name = (await editor.getAttribute('aria-label')) ?? '';
      await keys.press('Control+Shift+Enter');
      const left = page.getByRole('textbox', { name, exact: true });
      const isOver = async (): Promise<boolean> => (await allApproved.count()) > 0 || !(await left.isVisible());
      await expect.poll(async () => (await dialog.isVisible()) || (await isOver()), patience).toBe(true);
      // The demo's letters are no Hebrew and no Arabic: checks find errors in some.
      if (await dialog.isVisible()) {
        await keys.type(reason);
        await keys.press('Control+Enter');
        await dialog.waitFor({ state: 'detached' });
      }
      if (n < length - 1) await left.waitFor({ state: 'detached' });
    }
    await allApproved.first().waitFor();
    await expect
      .poll(async () => (await targets(server, documentId, locale)).map(({ state }) => state), patience)
      .toEqual(Array.from({ length }, () => 'approved'));
    const [first] = await targets(server, documentId, locale);
    expect(first).toMatchObject({ origin: { type: 'human' } });
    expect(first?.text.endsWith(added)).toBe(true);
    expect(visit.complaints).toEqual([]);
  });
});

/** The interface's own words, as the page shows them. */
function wordsOf(locale: Locale): { queue: Record<string, string>; review: { 'all-approved': string } } {
  return JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8')) as ReturnType<typeof wordsOf>;
}

/** What the button says that takes ten; the number is written in the reader's digits. */
function takeTen(locale: Locale): RegExp {
  const sentence = wordsOf(locale).queue[`take_${new Intl.PluralRules(locale).select(10)}`] ?? '';
  return new RegExp(sentence.replace('{{count}}', '\\S+'), 'u');
}

/** The real article where it is at hand, else a shipped one, with drafts of the demo provider. */
async function drafted(server: RunningServer, locale: Locale): Promise<string> {
  const text = readFileSync(isThere ? article : sample, 'utf8');
  const imported = await call(server, 'POST /api/documents', {
    body: {
      decisionId: crypto.randomUUID(),
      from: 'en',
      to: [locale],
      title: 'Ceasefire under fire',
      input: { text, format: 'text' },
    },
  });
  const { documentId } = imported.reply;
  await call(server, 'POST /api/documents/:documentId/translate', {
    params: { documentId },
    body: { decisionId: crypto.randomUUID(), locales: [locale], provider: 'demo' },
  });
  await expect
    .poll(
      async () => (await targets(server, documentId, locale)).every(({ state }) => state === 'translated'),
      patience,
    )
    .toBe(true);
  return documentId;
}

async function targets(server: RunningServer, documentId: string, locale: Locale) {
  const { reply } = await call(server, 'GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale },
  });
  return reply.rows.flatMap(({ target }) => target ?? []);
}

/** The open row's editor has the focus without a click. */
async function inEditor(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(`document.activeElement?.matches('.desk-row.active [role=textbox]') ?? false`), patience)
    .toBe(true);
}

/** Presses Tab until this has the focus. */
async function tabTo(keys: Keyboard, wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await keys.press('Tab');
  }
  throw new Error('Tab does not lead there');
}
