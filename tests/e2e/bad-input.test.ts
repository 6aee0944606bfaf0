/**
 * Bad input as people meet it, in a real browser against a real server: a file that cannot be taken is a sentence in the
 * reader's language and costs nothing that was typed; a text full of script stays text on every page that shows it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { isHere, letErrorsStand, scriptStrings, skipped } from '../support/bad-input.ts';
import { editorText } from '../support/editor-text.ts';
import { aPlace, call, startServer, type Place, type RunningServer } from '../support/server-process.ts';
import { launch, open, signIn, type Visit } from './browser.ts';

let place: Place;
let files: string;
let server: RunningServer;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  place = await aPlace();
  files = path.join(path.dirname(place.data), 'files');
  await mkdir(files);
  [server, browser] = await Promise.all([startServer(place), launch()]);
  visit = await signIn(browser, server);
});
afterAll(async () => {
  await browser.close();
  await server.kill('SIGTERM');
  await place.remove();
});

async function aFile(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(files, name);
  await writeFile(file, bytes);
  return file;
}

describe('a file that cannot be taken', () => {
  const badFiles: ReadonlyArray<readonly [name: string, bytes: () => Uint8Array | string]> = [
    ['empty.txt', () => ''],
    ['blank.txt', () => ' \n\n\t\n'],
    ['picture.txt', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['article.docx', () => Buffer.from('504b030414000600', 'hex')],
    ['windows.txt', () => Buffer.from([0xf9, 0xec, 0xe5, 0xed])],
    ['bell.md', () => 'text\u0085\n\u0090'],
    ['deep.md', () => `${'> '.repeat(40)}text`],
    ['endless.txt', () => 'word '.repeat(30_000)],
    ['large.txt', () => Buffer.alloc(50_000_000, 'word ')],
  ];
  const readers: ReadonlyArray<readonly [Locale, RegExp]> = [
    ['he', /\p{Script=Hebrew}{3}/u],
    ['ar', /\p{Script=Arabic}{3}/u],
  ];
  const cases = readers.flatMap(([locale, letters]) =>
    badFiles.map(([name, bytes]) => ({ locale, letters, name, bytes })),
  );

  it.each(cases)(
    '$name, in $locale: a sentence, and what was typed is kept',
    async ({ locale, letters, name, bytes }) => {
      const { page } = visit;
      const file = await aFile(name, bytes());
      await page.goto(`${server.url}/import?lang=${locale}`);
      await page.locator('textarea').fill('טקסט שהוקלד');
      await page.locator('#title').fill('כותרת שהוקלדה');
      await page.setInputFiles('input[type=file]', file);
      const sentence = await page.getByRole('alert').first().innerText();
      expect(sentence).toMatch(letters);
      expect(sentence).not.toMatch(/(?:import|request|refusals)\.|\{\{/u);
      expect(await page.locator('form button[type=submit]').isDisabled()).toBe(
        await page.locator('.import-chosen').isVisible(),
      );
      await takeAway(page);
      expect(await page.locator('textarea').inputValue()).toBe('טקסט שהוקלד');
      expect(await page.locator('#title').inputValue()).toBe('כותרת שהוקלדה');
      await page.reload();
      expect(await page.locator('textarea').inputValue()).toBe('טקסט שהוקלד');
      expect((await call(server, 'GET /api/documents')).reply.documents.map(({ title }) => title)).not.toContain(
        'כותרת שהוקלדה',
      );
    },
  );

  it('is also a text of 50 MB that is pasted: refused before the browser has to show it', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/import?lang=ar`);
    await page.locator('textarea').fill('نص مكتوب');
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'كلمة '.repeat(5_600_000));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('textarea').dispatchEvent(paste);
    }`);
    expect(await page.getByRole('alert').innerText()).toMatch(/\p{Script=Arabic}{3}/u);
    expect(await page.locator('textarea').inputValue()).toBe('نص مكتوب');
  });

  it('leaves the server as it was', async () => {
    expect((await call(server, 'GET /api/health')).reply.status).toBe('ok');
  });

  /** A file that the server refused stands in the form until it is taken away. */
  async function takeAway(page: Page): Promise<void> {
    const remove = page.locator('.import-chosen button');
    if (await remove.isVisible()) await remove.click();
  }
});

/** What only a text that has come alive could have put on a page. */
const livingParts =
  'body script:not([src]), object, embed, base, form[action], [onerror], [onload], [onclick], [onfocus], [onmouseover], a[href^="javascript" i]';

describe('a text full of script', () => {
  const strings = scriptStrings();
  const title = `"><img src=x onerror=alert(1)><svg onload=alert(2)>`;
  const paragraphs = Array.from({ length: Math.ceil(strings.length / 60) }, (_, at) =>
    strings.slice(at * 60, at * 60 + 60).join(' '),
  );
  /** What no page may do. */
  const deeds: string[] = [];
  let documentId: string;

  const step = it.skipIf(!isHere);

  function watch(page: Page): void {
    page.on('dialog', (dialog) => {
      deeds.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const isOurs = [server.url, server.editionsUrl].some((origin) => request.url().startsWith(`${origin}/`));
      if (!isOurs && !/^(?:data|blob):/u.test(request.url())) deeds.push(`request ${request.url()}`);
    });
  }

  /** Nothing was done, no policy was broken, and no element came of a text. */
  async function expectInert(page: Page): Promise<void> {
    const frames = page.frames().map((frame) => frame.locator(livingParts).count());
    expect(await Promise.all(frames)).toEqual(frames.map(() => 0));
    expect({ deeds, complaints: visit.complaints }).toEqual({ deeds: [], complaints: [] });
  }

  step(`stays text in the import and its preview${skipped}`, async () => {
    visit.complaints.length = 0;
    const { page } = visit;
    watch(page);
    await page.goto(`${server.url}/import?lang=en`);
    await page.setInputFiles(
      'input[type=file]',
      await aFile(`${'x'.repeat(20)}<img src=x onerror=alert(1)>.txt`, paragraphs.join('\n\n')),
    );
    await page.locator('.import-block').nth(50).waitFor();
    await page.locator('#title').fill(title);
    await expectInert(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/documents\/[\w-]{12}$/u);
    documentId = page.url().slice(-12);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectInert(page);
  });

  step('stays text on the board', async () => {
    const { page } = visit;
    await page.goto(server.url);
    await page.getByRole('link', { name: title }).first().waitFor();
    await expectInert(page);
  });

  step('stays text in the review desk: source, editor, difference, reason', async () => {
    const { page } = visit;
    const params = { documentId };
    const { reply } = await call(server, 'GET /api/documents/:documentId/segments', {
      params,
      query: { locale: 'he' },
    });
    const rows = reply.rows.filter(({ target }) => target);
    for (const [at, { segmentId }] of rows.entries()) {
      const target = { ...params, segmentId, locale: 'he' } as const;
      const body = {
        decisionId: crypto.randomUUID(),
        baseRevision: 0,
        text: at === 0 ? title : (paragraphs.at(-at) ?? 'x'),
      };
      const saved = await call(server, 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale', {
        params: target,
        body,
      });
      expect(saved.reply.text).toBe(body.text);
    }
    const line = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return';
    await call(server, line, {
      params: { ...params, segmentId: rows[1]?.segmentId ?? '', locale: 'he' },
      body: { decisionId: crypto.randomUUID(), baseRevision: 1, reason: strings.slice(0, 20).join('\n') },
    });
    for (const at of [1, 2, 30, 60, 90]) {
      await page.goto(`${server.url}/documents/${documentId}/review/he?segment=${at}`);
      const editor = page.getByRole('textbox', { name: `Translation of segment ${at + 1}`, exact: true });
      await editor.waitFor();
      expect(await editor.evaluate(editorText)).toBe(paragraphs.at(-at));
      await editor.press('Control+End');
      await editor.pressSequentially(' <img src=x onerror=alert(1)>');
      await page.locator('.diff-choice input[type=radio]').last().check({ force: true });
      await page.locator('ins').first().waitFor();
      await expectInert(page);
      await page.keyboard.press('Control+KeyS');
      await page.locator('button:enabled', { hasText: 'Approve' }).first().waitFor();
    }
  });

  step('stays text in the preview of an edition and in the published ones', async () => {
    const { page } = visit;
    await page.goto(`${server.url}/documents/${documentId}/editions/he`);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await expectInert(page);
    await call(server, 'POST /api/documents/:documentId/targets/:locale/approve', {
      params: { documentId, locale: 'he' },
      body: { dismiss: 'Bad on purpose' },
    });
    const reader = await open(browser);
    watch(reader.page);
    for (const locale of ['en', 'he'] as const) {
      await letErrorsStand((line, parts) => call(server, line, parts), { documentId, locale });
      const published = await call(server, 'POST /api/documents/:documentId/editions/:locale/publish', {
        params: { documentId, locale },
        body: { decisionId: crypto.randomUUID() },
      });
      await reader.page.goto(published.reply.url ?? '');
      expect(await reader.page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
      await reader.page.goto(`${server.editionsUrl}/${locale}/`);
      await reader.page.getByRole('link', { name: title }).first().waitFor();
    }
    await expectInert(reader.page);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});
