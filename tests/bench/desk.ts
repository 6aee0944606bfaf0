/**
 * The review desk as a person meets it: a built client, a real server, a real browser. How long a document takes to
 * open, how long a typed letter takes to be painted, how long frames take while scrolling; with an ordinary article and
 * with one of 5,000 segments. No peer: the two sizes are compared with each other, and should hardly differ.
 */
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Locale } from '../../server/domain/locale.ts';
import { prepareChromium } from '../support/chromium.ts';
import { longArticle } from '../support/long-article.ts';
import { aPlace, call, startServer, type RunningServer } from '../support/server-process.ts';
import { alternate, type Spread } from './measure.ts';
import type { Row } from './table.ts';

const sizes = [120, 5000];
const locale: Locale = 'he';
const typed = 'הממשלה הודיעה היום כי צה״ל נסוג. ';

const notesScript = path.resolve(import.meta.dirname, 'desk-notes.js');

export async function deskRows(): Promise<Row[]> {
  await build({ logLevel: 'warn' });
  const place = await aPlace();
  const server = await startServer(place, { LOG_LEVEL: 'silent' });
  const browser = await chromium.launch(await prepareChromium());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript({ path: notesScript });
    await page.goto(server.link);
    await page.waitForURL((url) => url.pathname === '/');
    const rows: Row[] = [];
    for (const size of sizes) {
      const documentId = await drafted(server, size);
      rows.push(...(await measured(page, `${server.url}/documents/${documentId}/review/${locale}`, size)));
    }
    return rows;
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  }
}

async function measured(page: Page, url: string, size: number): Promise<Row[]> {
  const spreads = await alternate({
    open: async () => {
      await page.goto(url);
      return page.evaluate<number>('notes.opened');
    },
    typing: async () => {
      await page.locator('.editor textarea').focus();
      await page.evaluate('notes.inputToPaint.length = 0');
      await page.keyboard.type(typed, { delay: 30 });
      return p99(await page.evaluate<number[]>('notes.inputToPaint'));
    },
    scrolling: async () => {
      await page.mouse.move(640, 600);
      await page.evaluate('notes.frames.length = 0');
      for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 700);
      return p99(await page.evaluate<number[]>('notes.frames'));
    },
  });
  const row = (operation: string, ours: Spread): Row => ({ operation, input: `${size} segments`, ours, goal: '' });
  return [
    row('open the desk', spreads.open),
    row('typing, input to paint, p99', spreads.typing),
    row('scrolling, frame, p99', spreads.scrolling),
  ];
}

/** A document of about so many segments, drafted by the demo provider. */
async function drafted(server: RunningServer, paragraphs: number): Promise<string> {
  const text = longArticle({ seed: paragraphs, locale: 'en', paragraphs, wordsPerParagraph: 50 });
  const imported = await call(server, 'POST /api/documents', {
    body: { decisionId: crypto.randomUUID(), from: 'en', to: [locale], input: { text, format: 'text' } },
  });
  const { documentId } = imported.reply;
  const requested = await call(server, 'POST /api/documents/:documentId/translate', {
    params: { documentId },
    body: { decisionId: crypto.randomUUID(), locales: [locale], provider: 'demo' },
  });
  let job = requested.reply;
  while (job.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const params = { documentId, jobId: job.jobId };
    job = (await call(server, 'GET /api/documents/:documentId/jobs/:jobId', { params })).reply;
  }
  if (job.status !== 'finished') throw new Error(`the drafts did not arrive: ${job.status}`);
  return documentId;
}

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}
