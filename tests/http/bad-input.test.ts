/**
 * Bad input from end to end: what cannot be taken is refused by a code and leaves nothing behind; what can is kept byte
 * for byte and stays text, from the import to the page that readers get. The server answers after each of them.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemorySink, type MemorySink } from '../../server/adapters/sink-memory.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { api, type ApiLine, type BodyOf } from '../../server/contract/api.ts';
import { type Endpoint } from '../../server/contract/endpoint.ts';
import { refusalStatus } from '../../server/domain/errors.ts';
import type { Locale } from '../../server/domain/locale.ts';
import {
  badFiles,
  bytesOf,
  isHere,
  letErrorsStand,
  naughtyStrings,
  ownParts,
  partsOf,
  scriptStrings,
  skipped,
} from '../support/bad-input.ts';
import { aDesk, localToken, type Desk } from '../support/desk.ts';
import { aFolder } from '../support/folders.ts';

type Input = BodyOf<'POST /api/documents'>['input'];
type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Answer = { status: number; reply: unknown };

const own = await ownParts();
const targetLine = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';

/** Thousands of strings take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

let desk: Desk;
let sink: MemorySink;
let recorded: number;
beforeEach(async () => {
  recorded = 0;
  sink = createMemorySink();
  desk = await aDesk({ sink });
  desk.world.store.subscribe((decisions) => {
    recorded += decisions.length;
  });
});
afterEach(() => desk.close());

function fileOf(name: string, bytes: Uint8Array): Input {
  return { file: name, base64: Buffer.from(bytes).toString('base64') };
}

function importing(input: Input, title = 'Bad input', from: Locale = 'en') {
  const to: Locale[] = from === 'en' ? ['he'] : ['en'];
  return desk.call('POST /api/documents', { body: { decisionId: crypto.randomUUID(), from, to, title, input } });
}

function previewing(input: Input) {
  return desk.call('POST /api/documents/preview', { body: { from: 'en', to: ['he'], input } });
}

async function rowsOf(documentId: string) {
  const line = 'GET /api/documents/:documentId/segments';
  return (await desk.call(line, { params: { documentId }, query: { locale: 'he' } })).reply.rows;
}

/** Imports a plain text, and says what became of it. */
async function imported(...paragraphs: readonly string[]): Promise<string> {
  const { reply } = await importing({ text: paragraphs.join('\n\n'), format: 'text' });
  return reply.documentId;
}

/** Publishes an edition and gives its page as readers get it. */
async function published(documentId: string, locale: Locale): Promise<string> {
  const params = { documentId, locale };
  await letErrorsStand((line, parts) => desk.call(line, parts), params);
  const body = { decisionId: crypto.randomUUID() };
  const { reply } = await desk.call('POST /api/documents/:documentId/editions/:locale/publish', { params, body });
  const file = decodeURIComponent(new URL(reply.url ?? '').pathname.slice(1));
  return new TextDecoder().decode(sink.files.get(`${file}index.html`));
}

/** The parts of a page that no page of ours has. */
function foreignParts(page: string): string[] {
  return [...partsOf(page)].filter((part) => !own.has(part));
}

function codeOf({ status, reply }: Answer): string {
  const { code = 'none' } = reply as { code?: string };
  expect([code, status]).toEqual([code, refusalStatus[code as keyof typeof refusalStatus]]);
  return code;
}

async function isAlive(): Promise<boolean> {
  return (await desk.call('GET /api/health')).reply.status === 'ok';
}

/** What a refused request must leave as it was. */
async function everythingKept() {
  return { board: await desk.world.store.board(), recorded };
}

describe('the files of the collection', () => {
  const files = badFiles('text', 'md');

  it.skipIf(!isHere)(`are there${skipped}`, () => expect(files.length).toBeGreaterThan(25));

  it.each(files)('$file: $expect', async ({ file, expect: expected }) => {
    const bytes = bytesOf(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const before = await everythingKept();
    const preview = await previewing(fileOf(file, bytes));
    expect(await everythingKept()).toEqual(before);
    const answer = await importing(fileOf(file, bytes), file);
    expect(answer.status).toBe(preview.status);
    if (expected.startsWith('accept')) expect(answer.status).toBe(200);
    if (expected.startsWith('reject')) expect(answer.status).not.toBe(200);
    if (answer.status !== 200) {
      expect(codeOf(answer)).toBe(codeOf(preview));
      expect(await everythingKept()).toEqual(before);
      expect(await desk.world.store.original(sha256)).toBeUndefined();
      return;
    }
    expect(Buffer.compare(bytes, (await desk.world.store.original(sha256)) ?? Buffer.alloc(0))).toBe(0);
    expect(preview.reply.encoding).toMatch(/^utf-(?:8|16le|16be)$/u);
    const rows = await rowsOf(answer.reply.documentId);
    expect(rows.some(({ text }) => text.includes('\uFFFD'))).toBe(false);
    expect(foreignParts(await published(answer.reply.documentId, 'en'))).toEqual([]);
  });
});

describe('what is no text', () => {
  it.each<[string, Input, string]>([
    ['an empty file', fileOf('a.txt', Buffer.alloc(0)), 'import.empty'],
    ['a program', fileOf('a.txt', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex')), 'import.not-text'],
    ['a picture', fileOf('a.md', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'import.not-text'],
    ['letters of another encoding', fileOf('a.txt', Buffer.from([0xf9, 0xec, 0xe5, 0xed])), 'import.encoding'],
    ['half a UTF-16 character', fileOf('a.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8])), 'import.encoding'],
    ['a file of no name that we read', fileOf('article', Buffer.from('text')), 'import.unknown-format'],
    ['pasted NUL', { text: 'a\u0000b', format: 'text' }, 'import.control-character'],
  ])('%s is refused, in preview and import, and leaves nothing', async (_, input, code) => {
    const before = await everythingKept();
    expect(codeOf(await previewing(input))).toBe(code);
    expect(codeOf(await importing(input))).toBe(code);
    expect(await everythingKept()).toEqual(before);
  });
});

describe('what is too large', () => {
  it.each<[string, () => Input]>([
    ['a file of 50 MB', () => fileOf('a.txt', Buffer.alloc(50_000_000, 'word '))],
    ['a file a little over the limit', () => fileOf('a.txt', Buffer.alloc(20_000_001, 'word '))],
    ['a pasted text of 50 MB', () => ({ text: 'word '.repeat(10_000_000), format: 'text' })],
    ['a pasted text a little over the limit', () => ({ text: 'word '.repeat(4_000_001), format: 'markdown' })],
  ])('%s is refused with 413, and the server answers', async (_, input) => {
    const before = await everythingKept();
    expect(codeOf(await importing(input()))).toMatch(/^(?:import|request)\.too-large$/u);
    expect(await everythingKept()).toEqual(before);
    expect(await isAlive()).toBe(true);
  });
});

describe('halves of characters', () => {
  const ids: Readonly<Record<string, string>> = {
    documentId: 'aaaaaaaaaaaa',
    segmentId: 'bbbbbbbbbbbb',
    jobId: 'cccccccccccc',
    locale: 'he',
  };
  const lines = Object.keys(api) as ApiLine[];
  const fields = lines.flatMap((line) => textFields(api[line]).map((field) => [line, field] as const));

  it('have every text of the contract to be tried in', () => {
    const names = new Set(fields.map(([, field]) => field));
    expect([...names]).toEqual(expect.arrayContaining(['title', 'text', 'reason', 'dismiss', 'token', 'decisionId']));
  });

  it.each(fields)('%s refuses one in %s', async (line, field) => {
    const answer = await send(line, JSON.stringify({ [field]: 'a\uD800b' }));
    expect(answer.json()).toMatchObject({ status: 400, code: expect.stringMatching(/^request\./u) });
  });

  it.each<[string, object]>([
    ['a title', { title: '\uDC00', input: { text: 'a', format: 'text' } }],
    ['a pasted text', { title: 'T', input: { text: 'a\uD800', format: 'text' } }],
    ['a file name', { title: 'T', input: { file: '\uD800.txt', base64: 'YQ==' } }],
  ])('are refused in %s of an import, and leave nothing', async (_, parts) => {
    const before = await everythingKept();
    const body = { decisionId: crypto.randomUUID(), from: 'en', to: ['he'], ...parts };
    const answer = await send('POST /api/documents', JSON.stringify(body));
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.malformed']);
    expect(await everythingKept()).toEqual(before);
  });

  it.each([
    ['encoded as if they were characters', [0xed, 0xa0, 0x80]],
    ['and bytes that are no UTF-8', [0xff]],
    ['and characters cut short', [0xd7]],
  ])('%s are refused, not replaced', async (_, bytes) => {
    const before = await everythingKept();
    const [start = '', end = ''] = JSON.stringify({
      decisionId: crypto.randomUUID(),
      from: 'en',
      to: ['he'],
      title: 'T',
      input: { text: 'a|b', format: 'text' },
    }).split('|');
    const body = Buffer.concat([Buffer.from(start), Buffer.from(bytes), Buffer.from(end)]);
    const answer = await send('POST /api/documents', body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.malformed']);
    expect(await everythingKept()).toEqual(before);
  });

  function send(line: ApiLine, payload: string | Buffer) {
    const [method, template] = line.split(' ') as [Verb, string];
    return desk.inject({
      method,
      url: template.replace(/:([a-zA-Z]+)/gu, (_, name: string) => ids[name] ?? ''),
      headers: { authorization: `Bearer ${localToken}`, 'content-type': 'application/json' },
      payload,
    });
  }
});

/** The properties of a body that are strings. */
function textFields({ body }: Endpoint): string[] {
  const { properties = {} } = (body ?? {}) as { properties?: Record<string, { type?: string }> };
  return Object.keys(properties).filter((name) => properties[name]?.type === 'string');
}

describe('strings that try to become something else', () => {
  const strings = [...naughtyStrings(), ...scriptStrings()];
  const groups = Array.from({ length: Math.ceil(strings.length / 60) }, (_, at) =>
    strings.slice(at * 60, at * 60 + 60).join('\n'),
  );

  it.skipIf(!isHere)(`are many${skipped}`, () => expect(strings.length).toBeGreaterThan(6000));

  it.skipIf(!isHere).each(['text', 'markdown'] as const)(
    `stay text as the source of an edition, in %s${skipped}`,
    async (format) => {
      for (const batch of [naughtyStrings(), scriptStrings()]) {
        const text = batch.map((line) => line.replace(/[\u0000\u007F-\u0084\u0086-\u009F]/gu, '')).join('\n\n');
        const answer = await importing({ text, format }, `Strings in ${format}`);
        expect(answer.status).toBe(200);
        const { original } = (await desk.world.store.document(answer.reply.documentId)) ?? {};
        const kept = await desk.world.store.original(original?.sha256 ?? '');
        expect(new TextDecoder().decode(kept)).toBe(text);
        expect(foreignParts(await published(answer.reply.documentId, 'en'))).toEqual([]);
      }
    },
  );

  it.skipIf(!isHere)(`are stored exactly as targets, or refused by a code, and stay text${skipped}`, async () => {
    const documentId = await imported(...groups.map((_, at) => `Paragraph number ${at}, long enough to be one.`));
    const rows = await rowsOf(documentId);
    let stored = 0;
    for (const [at, { segmentId, target }] of rows.entries()) {
      const text = groups[at - 1] ?? 'כותרת';
      const answer = await desk.call(targetLine, {
        params: { documentId, segmentId, locale: 'he' },
        body: { decisionId: crypto.randomUUID(), baseRevision: target?.revision ?? 0, text },
      });
      if (answer.status === 200) {
        expect(answer.reply.text).toBe(text);
        stored += 1;
      } else {
        codeOf(answer);
      }
    }
    expect(stored).toBe(rows.length);
    expect((await rowsOf(documentId)).map(({ target }) => target?.text)).toEqual(['כותרת', ...groups]);
    const params = { documentId, locale: 'he' } as const;
    // Checks find errors in many of them.
    const body = { dismiss: 'Bad on purpose' };
    await desk.call('POST /api/documents/:documentId/targets/:locale/approve', { params, body });
    expect(foreignParts(await published(documentId, 'he'))).toEqual([]);
  });

  it.skipIf(!isHere)(`are kept exactly as reasons, or refused by a code${skipped}`, async () => {
    const documentId = await imported('A paragraph that is long enough to be one, and is sent back often.');
    const segmentId = (await rowsOf(documentId))[0]?.segmentId ?? '';
    const params = { documentId, segmentId, locale: 'he' } as const;
    const body = () => ({ decisionId: crypto.randomUUID() });
    await desk.call(targetLine, { params, body: { ...body(), baseRevision: 0, text: 'נוסח' } });
    let revision = 1;
    for (const reason of naughtyStrings().filter(({ length }) => length <= 2000)) {
      const line = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return';
      const answer = await desk.call(line, { params, body: { ...body(), baseRevision: revision, reason } });
      if (answer.status !== 200) codeOf(answer);
      else expect(answer.reply.returned?.reason).toBe(reason);
      revision += answer.status === 200 ? 1 : 0;
    }
    expect(revision).toBeGreaterThan(400);
  });

  it.skipIf(!isHere)(`stay text as titles, in the edition and in the index${skipped}`, async () => {
    const chosen = strings.filter((title, at) => title.length <= 300 && at % 150 === 0);
    for (const title of chosen) {
      const answer = await importing({ text: 'A paragraph below it.', format: 'text' }, title);
      if (answer.status !== 200) {
        codeOf(answer);
        continue;
      }
      const [row] = await rowsOf(answer.reply.documentId);
      expect(row?.text).toBe(title.trim().replace(/\s+/gu, ' '));
      expect(foreignParts(await published(answer.reply.documentId, 'en'))).toEqual([]);
    }
    expect(chosen.length).toBeGreaterThan(20);
    expect(foreignParts(new TextDecoder().decode(sink.files.get('en/index.html')))).toEqual([]);
    expect([...sink.files.keys()].filter((file) => /\.\.|[\\:\u0000-\u001F\u202A-\u202E]/u.test(file))).toEqual([]);
  });
});

describe('names of files', () => {
  const names = [
    '../../../etc/passwd.txt',
    '/etc/passwd.txt',
    '..\\..\\windows\\win.ini.txt',
    'C:\\autoexec.txt',
    'CON.txt',
    'nul.md',
    'a\u0000.txt',
    '\u202Etxt.exe.md',
    'a\r\nSet-Cookie: x.txt',
    '__proto__.txt',
    '%2e%2e%2fx.txt',
    `${'א'.repeat(250)}.txt`,
    'COM1.txt.',
    '.txt',
  ];

  it('never become paths: the store holds files of its own names only', async () => {
    const folder = await aFolder();
    const store = await openEmbeddedStore({ folder: path.join(folder, 'data'), hash: sha256Short });
    const stored = await aDesk({ store });
    for (const [at, file] of names.entries()) {
      const body = { decisionId: crypto.randomUUID(), from: 'en', to: ['he'], title: `Named ${at}` } as const;
      const input = { file, base64: Buffer.from(`Text ${at}`).toString('base64') };
      const answer = await stored.call('POST /api/documents', { body: { ...body, to: ['he'], input } });
      if (answer.status !== 200) {
        codeOf(answer);
        continue;
      }
      const { documentId } = answer.reply;
      const view = await stored.call('GET /api/documents/:documentId', { params: { documentId } });
      expect(view.reply.original.name).toBe(file);
    }
    expect((await store.board()).length).toBeGreaterThan(5);
    await stored.close();
    const written = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
    const foreign = written.filter(
      ({ name }) => !/^(?:[0-9a-f]{64}|[\w.-]{1,80})$/u.test(name) || /passwd|con\.|nul\./iu.test(name),
    );
    expect(foreign.map(({ name }) => name)).toEqual([]);
    expect(existsSync(path.join(folder, 'x.txt'))).toBe(false);
  });

  it('are refused when they are longer than any file system allows', async () => {
    expect(codeOf(await importing(fileOf(`${'a'.repeat(252)}.txt`, Buffer.from('text'))))).toBe('request.invalid');
    expect(codeOf(await importing(fileOf('', Buffer.from('text'))))).toBe('request.invalid');
  });
});

describe('ids', () => {
  const hostile = [
    '%2e%2e',
    '%2e%2e%2f%2e%2e',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '__proto__',
    'constructor',
    'a'.repeat(5000),
    '%ff',
    "' or 1=1",
  ];
  const lines = (Object.keys(api) as ApiLine[]).filter((line) => line.includes(':'));

  it.each(lines)('%s refuses what is none, wherever it stands', async (line) => {
    const [method, template] = line.split(' ') as [Verb, string];
    const params = Array.from(template.matchAll(/:[a-zA-Z]+/gu), ([name]) => name);
    for (const param of params) {
      for (const id of hostile) {
        const url = template
          .replace(param, encodedOnce(id))
          .replace(/:locale/u, 'he')
          .replace(/:[a-zA-Z]+/gu, 'aaaaaaaaaaaa');
        // Dots are resolved before a request is made: what is asked for then is another line, and no id.
        if (new URL(url, 'http://desk').pathname.split('/').length < url.split('/').length) continue;
        const answer = await desk.inject({
          method,
          url,
          headers: { authorization: `Bearer ${localToken}` },
        });
        expect([url.slice(0, 200), codeOf({ status: answer.statusCode, reply: answer.json() })]).toEqual([
          url.slice(0, 200),
          expect.stringMatching(/^(?:request\.|route\.unknown)/u),
        ]);
      }
    }
  });

  /** As a client would, but for what is encoded in an odd way already. */
  function encodedOnce(id: string): string {
    return id.includes('%') ? id : encodeURIComponent(id);
  }
});
