/** The editions' origin: what it serves and under which headers, what it never gives, and previews. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import { buildEditionsServer } from '../../server/http/editions-server.ts';
import { slugOf } from '../../server/domain/slug.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import { aFullEdition, aLiveDocument, someSiteOf, someView } from '../support/editions.ts';
import { aFolder } from '../support/folders.ts';

const desk = 'http://127.0.0.1:3000';
const day = (minutes: number): string => new Date(Date.UTC(2026, 10, 21, 0, minutes)).toISOString();

describe('the editions’ server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/he/', 'text/html; charset=utf-8'],
    ['/he/a-library/', 'text/html; charset=utf-8'],
    ['/assets/frank-ruhl-libre.LICENSE.txt', 'text/plain; charset=utf-8'],
  ])('serves %s as %s', async (url, type) => {
    const { app } = await aServer();
    const reply = await app.inject(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
  });

  it('sends the reader’s protection with every answer, and no cookie', async () => {
    const { app } = await aServer();
    for (const url of ['/he/a-library/', '/nowhere', '/preview/x/', '/assets/frank-ruhl-libre.LICENSE.txt']) {
      const { headers } = await app.inject({ url, headers: { cookie: 'session=secret' } });
      expect(headers, url).toMatchObject({
        'content-security-policy':
          "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  it.each([
    ['is empty', async () => aFolder()],
    [
      'cannot be one',
      async () => {
        const file = path.join(await aFolder(), 'editions');
        await writeFile(file, 'in the way');
        return file;
      },
    ],
  ])('has the previews, and nothing else, over a folder that %s', async (_, place) => {
    const previews = createPreviews(systemClock);
    const app = await buildEditionsServer({ folder: await place(), previews, deskOrigin: desk });
    onTestFinished(() => app.close());
    const preview = await app.inject(`/preview/${previews.keep(Buffer.from('a draft'), 'en').token}/`);
    expect([preview.statusCode, preview.body]).toEqual([200, 'a draft']);
    for (const url of ['/', '/he/a-library/', '/preview/x/']) {
      expect((await app.inject(url)).statusCode, url).toBe(404);
    }
  });

  it.each([
    ['/he/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/he/feed.json', 'application/feed+json; charset=utf-8'],
    ['/sitemap.xml', 'application/xml'],
    ['/he/a-library/a-library.he.1.epub', 'application/epub+zip'],
    ['/he/a-library/a-library.he.1.md', 'text/markdown; charset=utf-8'],
    ['/he/a-library/a-library.he.1.txt', 'text/plain; charset=utf-8'],
    ['/he/a-library/a-library.he.1.pdf', 'application/pdf'],
    ['/he/a-library/a-library.he.1.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('says of %s that it is %s, and asks nobody to keep it', async (url, type) => {
    const { app, folder } = await aServer();
    await mkdir(path.join(folder, path.dirname(url)), { recursive: true });
    await writeFile(path.join(folder, url), 'x', { flag: 'a' });
    const reply = await app.inject(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
    expect(reply.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  it('says the language of an edition', async () => {
    const { app } = await aServer();
    expect((await app.inject('/ar/a-library/')).headers['content-language']).toBe('ar');
  });

  it('lets browsers keep what is named by its content, and ask again for pages', async () => {
    const { app } = await aServer();
    const page = await app.inject('/he/a-library/');
    const [, css = ''] = /href="\.\.\/\.\.(\/assets\/[^"]+\.css)"/u.exec(page.body) ?? [];
    expect(page.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect((await app.inject(css)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const again = await app.inject({
      url: '/he/a-library/',
      headers: { 'if-none-match': String(page.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('leads from a folder to its page, on this origin', async () => {
    const { app } = await aServer();
    const reply = await app.inject('/he/a-library');
    expect([reply.statusCode, reply.headers['location']]).toEqual([301, '/he/a-library/']);
  });

  it.each([
    '/nowhere',
    '/.dragoman/files',
    '/he/.secret',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '//example.org/..',
    '/he/%00',
    '/preview/',
    '/preview/x',
  ])('has nothing at %s', async (url) => {
    const { app } = await aServer();
    const reply = await app.inject(url);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.headers['location']).toBeUndefined();
  });

  it('says in three languages that a page is not there', async () => {
    const { app } = await aServer();
    const { statusCode, body, headers } = await app.inject('/he/nowhere/');
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      404,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    for (const said of ['This page is not here', 'העמוד הזה לא נמצא', 'هذه الصفحة غير موجودة'])
      expect(body).toContain(said);
  });

  it('says so in a word before anything was ever published', async () => {
    const app = await serverOf(await aFolder());
    expect((await app.inject('/he/')).statusCode).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const)('does not take %s', async (method) => {
    const { app } = await aServer();
    const { statusCode, headers } = await app.inject({
      method,
      url: '/he/a-library/',
      payload: method === 'POST' ? 'x' : '',
    });
    expect([statusCode, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD without a body', async () => {
    const { app } = await aServer();
    const { statusCode, body } = await app.inject({ method: 'HEAD', url: '/he/a-library/' });
    expect([statusCode, body]).toEqual([200, '']);
  });
});

describe('an address that readers knew', () => {
  const [old, now] = ['בית־ספר ישן', 'בית־ספר'].map((name) => slugOf(name, new Set()));
  const [oldAddress, newAddress] = [old, now].map((slug) => encodeURIComponent(slug ?? ''));

  it.each([
    [`/he/${oldAddress}/`, `/he/${newAddress}/`],
    [`/he/${oldAddress}`, `/he/${newAddress}/`],
    [`/he/${oldAddress}/?from=mail`, `/he/${newAddress}/`],
    [`/he/${oldAddress}/index.html`, `/he/${newAddress}/`],
    [`/he/${oldAddress}/old.he.3.epub`, `/he/${newAddress}/`],
    [`/he/${oldAddress}/with-en/`, `/he/${newAddress}/`],
  ])('of an article that has moved leads to it: %s', async (url, goal) => {
    const { app } = await aServerOf([aMovedDocument()]);
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers, body } = await app.inject({ method, url });
      expect([statusCode, body]).toEqual([301, '']);
      expect(new URL(String(headers['location']), `https://a.org/read${url}`).pathname).toBe(`/read${goal}`);
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('of an edition that was withdrawn answers 410 with the page that says so', async () => {
    const { app } = await aServerOf([aMovedDocument()]);
    const reply = await app.inject(`/ar/${newAddress}/`);
    expect([reply.statusCode, reply.headers['content-type'], reply.headers['content-language']]).toEqual([
      410,
      'text/html; charset=utf-8',
      'ar',
    ]);
    expect(reply.headers['x-robots-tag']).toBe('noindex');
    expect(reply.body).toContain('سُحب هذا المقال من النشر');
    for (const file of ['old.ar.1.epub', 'old.ar.1.pdf']) {
      const inside = await app.inject(`/ar/${newAddress}/${file}`);
      expect([inside.statusCode, inside.headers['content-type'], inside.body]).toEqual([
        410,
        'text/html; charset=utf-8',
        reply.body,
      ]);
    }
    const deeper = await app.inject(`/ar/${newAddress}/with-he/`);
    expect([deeper.statusCode, deeper.body.includes('This page is not here')]).toEqual([410, true]);
    expect((await app.inject({ method: 'HEAD', url: `/ar/${newAddress}/` })).statusCode).toBe(410);
  });

  it('is forgotten as soon as the site forgets it', async () => {
    const { app, folder } = await aServerOf([aMovedDocument()]);
    expect((await app.inject(`/ar/${newAddress}/`)).statusCode).toBe(410);
    const again = { ...aMovedDocument(), withdrawn: [], formerSlugs: [] };
    await createFileSink(folder).reconcile(someSiteOf([again, aLiveDocument([aFullEdition('ar')])]));
    expect((await app.inject(`/ar/${newAddress}/`)).statusCode).toBe(404);
    expect((await app.inject('/ar/a-library/')).statusCode).toBe(200);
  });

  it.each([
    ['damaged', '/he/a-library/ /he/../../etc/ 301\n/he/a-library/ //evil.example/ 301\n\u0000\n/he/%FF/ x 410'],
    ['empty', ''],
  ])('harms nothing where the file of rules is %s, and that file is nobody’s to read', async (_, text) => {
    const { app, folder } = await aServer();
    await writeFile(path.join(folder, '_redirects'), text);
    expect((await app.inject('/he/a-library/')).statusCode).toBe(200);
    expect((await app.inject('/_redirects')).statusCode).toBe(404);
    expect((await app.inject('/%5Fredirects')).statusCode).toBe(404);
  });

  /** Live in Hebrew, withdrawn in Arabic, once called otherwise. */
  function aMovedDocument(): LiveDocument {
    return aLiveDocument([aFullEdition('he')], {
      documentId: 'moved0000001',
      slug: now ?? '',
      formerSlugs: [old ?? ''],
      withdrawn: ['ar'],
    });
  }
});

describe('a preview', () => {
  it('is shown to who has its address, framed by the desk alone, kept by nobody', async () => {
    const { app, previews } = await aServer();
    const { token } = previews.keep(new TextEncoder().encode('<!doctype html>טיוטה'), 'he');
    expect(Buffer.from(token.replace(/^he-/u, ''), 'base64url')).toHaveLength(32);
    const { statusCode, body, headers } = await app.inject(`/preview/${token}/`);
    expect([statusCode, body]).toEqual([200, '<!doctype html>טיוטה']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(new RegExp(`default-src 'none'.*frame-ancestors ${desk}$`, 'u')),
    });
  });

  it('is gone after an hour', async () => {
    const { app, previews, clock } = await aServer();
    const { token } = previews.keep(new Uint8Array(), 'he');
    clock.minutes = 59;
    expect((await app.inject(`/preview/${token}/`)).statusCode).toBe(200);
    clock.minutes = 60;
    const ended = await app.inject(`/preview/${token}/`);
    expect([ended.statusCode, ended.body]).toEqual([410, 'ended']);
    expect(ended.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect((await app.inject('/preview/he-short/')).statusCode, 'there never was one').toBe(404);
  });

  it('makes room for others: the oldest go when all together are too large to keep', async () => {
    const { previews } = await aServer();
    const tokens = Array.from({ length: 3 }, () => previews.keep(new Uint8Array(30 * 1024 * 1024), 'he').token);
    expect(tokens.filter((token) => previews.find(token) === undefined)).toEqual(tokens.slice(0, 1));
  });
});

async function aServer() {
  return aServerOf([aLiveDocument([aFullEdition('en'), aFullEdition('he'), aFullEdition('ar')])]);
}

async function aServerOf(documents: readonly LiveDocument[]) {
  const folder = await aFolder();
  const site = { ...someView, editionsUrl: 'https://news.example.org/' };
  await createFileSink(folder).reconcile(someSiteOf(documents, site));
  await mkdir(path.join(folder, 'he'), { recursive: true });
  await writeFile(path.join(folder, 'he', '.secret'), 'x');
  const clock = { minutes: 0 };
  const previews = createPreviews({ now: () => day(clock.minutes) });
  return { app: await serverOf(folder, previews), previews, clock, folder };
}

async function serverOf(folder: string, previews = createPreviews({ now: () => day(0) })): Promise<FastifyInstance> {
  const app = await buildEditionsServer({ folder, previews, endedPreview, deskOrigin: desk });
  onTestFinished(() => app.close());
  return app;
}

/** Stands in for the page of the app: of whatever looks like a token. */
async function endedPreview(token: string): Promise<Uint8Array | undefined> {
  return token.length > 40 ? new TextEncoder().encode('ended') : undefined;
}
