/**
 * The review desk as a person meets it: a built client, a real server, a real browser. How long a document takes to
 * open, how long a typed letter takes to be painted, how long frames take while typing and scrolling, what the page
 * holds after a walk to the end; with an article of 100 segments and with one of 10,000. No peer: the two sizes are
 * compared with each other, and should hardly differ.
 *
 * From input to paint is at least the wait for the next frame, up to 16.7 ms: no typed letter is late as long as the
 * frames while typing are no longer than frames are.
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

const [small, large] = [100, 10_000] as const;
/** One frame at 60 a second, and the clock's grain. */
const frameMs = 16.9;
const locale: Locale = 'he';
/** More than a hundred letters: of fewer, the slowest of a hundred is the slowest. */
const typed = 'הממשלה הודיעה היום כי צה״ל נסוג. '.repeat(4);

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
    const of = async (size: number) =>
      measured(page, `${server.url}/documents/${await drafted(server, size)}/review/${locale}`);
    return rowsOf(await of(small), await of(large));
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  }
}

type Measure = 'open' | 'typing' | 'typingFrame' | 'scrollingFrame';
type Measured = Readonly<Record<Measure, Spread>> & { readonly holds: string };

function rowsOf(article: Measured, long: Measured): Row[] {
  const frame = { goal: '≤ a frame', isMet: ({ median }: Spread) => median <= frameMs };
  const table: ReadonlyArray<{
    measure: Measure;
    operation: string;
    goal?: string;
    isMet?: (ours: Spread, size: number) => boolean;
  }> = [
    {
      measure: 'open',
      operation: 'open the desk',
      goal: `≤ 2× of ${small}`,
      isMet: ({ median }) => median <= 2 * article.open.median,
    },
    { measure: 'typing', operation: 'typing, input to paint, p99' },
    { measure: 'typingFrame', operation: 'typing, frame, p99', ...frame },
    { measure: 'scrollingFrame', operation: 'scrolling, frame, p99', ...frame },
  ];
  return [
    { size: small, measured: article },
    { size: large, measured: long },
  ].flatMap(({ size, measured: { holds, ...spreads } }) =>
    table.map(({ measure, operation, goal = '', isMet }): Row => {
      const ours = spreads[measure];
      const row = { operation, input: `${size} segments`, ours, goal };
      return { ...row, ...(isMet && { met: isMet(ours, size) }), ...(measure === 'open' && { note: holds }) };
    }),
  );
}

async function measured(page: Page, url: string): Promise<Measured> {
  const spreads = await alternate({
    open: async () => {
      await page.goto(url);
      return page.evaluate<number>('notes.opened');
    },
    typing: async () => {
      await page.locator('.editor [role=textbox]').focus();
      await page.evaluate('notes.inputToPaint.length = notes.frames.length = 0');
      await page.keyboard.type(typed, { delay: 30 });
      return p99(await page.evaluate<number[]>('notes.inputToPaint'));
    },
    typingFrame: async () => p99(await page.evaluate<number[]>('notes.frames')),
    scrollingFrame: async () => {
      await page.mouse.move(640, 600);
      await page.evaluate('notes.frames.length = 0');
      for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 700);
      return p99(await page.evaluate<number[]>('notes.frames'));
    },
  });
  return { ...spreads, holds: await heldBy(page) };
}

/** What the page holds after a walk to its end: it must not grow with what was shown on the way. */
async function heldBy(page: Page): Promise<string> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  for (let y = 0; y < height; y += Math.max(700, height / 200)) {
    await page.evaluate(`scrollTo(0, ${y})`);
    await page.waitForTimeout(20);
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const rows = await page.locator('.desk-rows > li').count();
  return `after a walk to the end: ${Math.round(usedSize / 2 ** 20)} MB of heap, ${rows} rows in the page`;
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
