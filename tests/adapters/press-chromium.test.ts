/**
 * A real browser that prints: what the PDF says of itself, that nothing but the order's own files is reached, and that
 * neither a page that never ends nor a browser that was killed keeps the next order from being printed.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { isPackaged } from '../../server/adapters/packaged-chromium.ts';
import { createChromiumPress } from '../../server/adapters/press-chromium.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { renderEdition } from '../../server/render/edition-page.ts';
import { aFullEdition, aLiveDocument, someView } from '../support/editions.ts';
import { readPdf } from '../support/pdf-reader.ts';

const installed = process.env['CHROMIUM_PATH'];
const options = { folder: 'node_modules/.cache', ...(installed !== undefined && { installed }) };
const isHere = installed !== undefined || isPackaged();
const press = createChromiumPress(options);
const at = '2026-11-21T22:30:00.000Z';

afterAll(() => press.close());

function anOrder(locale: Locale) {
  const document = aLiveDocument(
    [aFullEdition('en'), aFullEdition(locale, { from: 'en' })].slice(locale === 'en' ? 1 : 0),
  );
  const edition = document.editions.find((one) => one.locale === locale);
  if (edition === undefined) throw new Error(`no ${locale}`);
  const assets = new Map(someView.theme.assets.map(({ path, bytes }) => [`../../${path}`, bytes]));
  return { html: renderEdition(edition, document, someView), assets };
}

function page(body: string, head = ''): { html: Uint8Array; assets: ReadonlyMap<string, Uint8Array> } {
  const html = `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`;
  return { html: new TextEncoder().encode(html), assets: new Map() };
}

describe.skipIf(!isHere)(`the press ${isHere ? '' : '(SKIPPED: there is no Chromium on this machine)'}`, () => {
  it.each(['en', 'he', 'ar'] as const)('prints an edition in %s that says what it is', async (locale) => {
    const pdf = await press.pdf({ ...anOrder(locale), rightToLeft: locale !== 'en', at });
    const { catalogue, info, pages } = readPdf(pdf);
    expect(pages).toBeGreaterThan(0);
    expect(catalogue).toContain(`/Lang (${locale})`);
    expect(catalogue).toContain('/Marked true');
    expect(catalogue).toMatch(/\/Outlines \d+ 0 R/u);
    expect(catalogue).toContain('/DisplayDocTitle true');
    expect(catalogue.includes('/Direction /R2L')).toBe(locale !== 'en');
    expect(info).toContain("/CreationDate (D:20261121223000+00'00')");
    expect(info).toContain("/ModDate (D:20261121223000+00'00')");
    expect(info).toContain('/Title <FEFF');
  });

  it('prints the same page to the same bytes', async () => {
    const [one, two] = [
      await press.pdf({ ...anOrder('ar'), rightToLeft: true, at }),
      await press.pdf({ ...anOrder('ar'), rightToLeft: true, at }),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('keeps the links of a page that has an address, and drops those that lead nowhere from paper', async () => {
    const body =
      '<a href="../en/">home</a> <a href="https://example.org/">out</a> <a href="#note">note</a><p id="note">n</p>';
    const lost = uris(await press.pdf({ ...page(body), rightToLeft: false, at }));
    expect(lost).toEqual(['https://example.org/']);
    const kept = uris(
      await press.pdf({ ...page(body), address: 'https://news.example/he/a/', rightToLeft: false, at }),
    );
    expect(kept).toEqual(['https://news.example/he/en/', 'https://example.org/']);
  });

  it('makes a picture of the size asked for', async () => {
    const png = Buffer.from(await press.picture({ ...page('<p>hello'), width: 1200, height: 630 }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('reaches nothing and runs nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, reply) => {
      asked.push(request.url ?? '');
      reply.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const foreign = `http://127.0.0.1:${port}`;
    const head = `<link rel="preconnect" href="${foreign}"><link rel="dns-prefetch" href="${foreign}"><link rel="stylesheet" href="${foreign}/a.css">`;
    const body = `<img src="${foreign}/a.png"><iframe src="${foreign}/frame"></iframe><script>document.title = fetch('${foreign}/script')</script>`;
    const address = `${foreign}/page/`;
    const { pages, info } = readPdf(await press.pdf({ ...page(body, head), address, rightToLeft: false, at }));
    expect(pages).toBe(1);
    expect(info).toContain('/Title (A page)');
    const leaving = page('', `<meta http-equiv="refresh" content="0;url=${foreign}/refresh">`);
    await press.pdf({ ...leaving, address, rightToLeft: false, at }).catch(() => undefined);
    server.close();
    expect(asked).toEqual([]);
  });

  it('fails an order that takes too long; the next one finds a new browser', async () => {
    const hurried = createChromiumPress({ ...options, timeoutMs: 1 });
    for (const order of [page('x'), page('y')]) {
      await expect(hurried.pdf({ ...order, rightToLeft: false, at })).rejects.toThrow('within 1 ms');
    }
    await hurried.close();
  });

  it('gives up what it prints when it is closed, and takes no more', async () => {
    const patient = createChromiumPress(options);
    const long = page('<p>word</p>'.repeat(200_000));
    const given = expect(patient.pdf({ ...long, rightToLeft: false, at })).rejects.toThrow();
    await patient.close();
    await given;
    await expect(patient.pdf({ ...page('x'), rightToLeft: false, at })).rejects.toThrow('closed');
  });
});

describe('a machine without a browser', () => {
  it('has no press, and says so when it is asked to print', async () => {
    const none = createChromiumPress({ installed: 'off', folder: 'node_modules/.cache' });
    expect(await none.isThere()).toBe(false);
    await expect(none.pdf({ ...page('x'), rightToLeft: false, at })).rejects.toThrow();
    await none.close();
  });
});

function uris(pdf: Uint8Array): string[] {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/URI \((.*?)\)/gu),
  ].map((match) => match[1] ?? '');
}
