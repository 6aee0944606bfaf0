/**
 * How soon one browser shows where another is: from the key that opens a segment there to the mark on the row here, over a
 * real server. Promised is two seconds; a person who looks at a row must not begin what another began before.
 */
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { prepareChromium } from '../support/chromium.ts';
import { aPlace, call, dragoman, startServer } from '../support/server-process.ts';
import { alternate } from './measure.ts';
import type { Row } from './table.ts';

const promisedMs = 2000;

export async function presenceRows(): Promise<Row[]> {
  await build({ logLevel: 'warn' });
  const place = await aPlace();
  const server = await startServer(place, { LOG_LEVEL: 'silent' });
  const browser = await chromium.launch(await prepareChromium());
  const openDesk = async (url: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const link = /http\S+/u.exec((await dragoman(place, ['sign-in'])).stdout)?.[0] ?? '';
    await page.goto(link);
    await page.waitForURL(`${server.url}/`);
    await page.goto(url);
    await page.locator('.desk-row.active [role=textbox]').waitFor();
    return page;
  };
  try {
    const [sample] = (await call(server, 'GET /api/documents')).reply.documents;
    const url = `${server.url}/documents/${sample?.documentId ?? ''}/review/he?segment=`;
    const [here, there] = [await openDesk(`${url}0`), await openDesk(`${url}2`)];
    await here.locator('[data-index="2"] .others-mark').waitFor();
    let at = 2;
    const { mark } = await alternate({
      async mark() {
        const goal = at === 2 ? 3 : 2;
        const from = performance.now();
        await there.keyboard.press(goal > at ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
        await here.locator(`[data-index="${goal}"] .others-mark`).waitFor();
        at = goal;
        return performance.now() - from;
      },
    });
    return [
      {
        operation: 'another opens a segment, its row is marked here',
        input: 'two browsers',
        ours: mark,
        goal: `≤ ${promisedMs} ms`,
        met: mark.max <= promisedMs,
      },
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await place.remove();
  }
}
