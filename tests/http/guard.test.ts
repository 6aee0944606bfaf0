/** Deny by default: who gets in, from where, with what; for every row of the contract. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, type ApiLine } from '../../server/contract/api.ts';
import { type Endpoint } from '../../server/contract/endpoint.ts';
import { aDesk, localToken, origin, type Desk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

const lines = Object.keys(api) as ApiLine[];
const ids: Record<string, string> = {
  documentId: 'aaaaaaaaaaaa',
  segmentId: 'bbbbbbbbbbbb',
  jobId: 'cccccccccccc',
  planId: '00000000-0000-4000-8000-000000000001',
  locale: 'he',
};

function request(line: ApiLine) {
  const [method = '', template = ''] = line.split(' ');
  return { method: method as 'GET', url: template.replace(/:([a-zA-Z]+)/g, (_, name: string) => ids[name] ?? '') };
}

async function signIn(): Promise<string> {
  const token = await desk.world.sessions.newLink();
  const answer = await desk.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: { token } });
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

describe('a stranger', () => {
  const open = lines.filter((line) => (api[line] as Endpoint).needs.action === 'anyone');

  it('reaches health and the exchange of a link, nothing else', () => {
    expect(open).toEqual(['GET /api/health', 'POST /api/session']);
  });

  it.each(lines.filter((line) => !open.includes(line)))('is refused %s', async (line) => {
    const answer = await desk.inject({ ...request(line), headers: { origin } });
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: 'session.missing' }]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it.each(['', 'x', `${localToken}x`, 'eyJhbGciOiJub25lIn0.e30.'])(
    'is not let in by the bearer token %j',
    async (token) => {
      const answer = await desk.inject({ url: '/api/documents', headers: { authorization: `Bearer ${token}` } });
      expect(answer.statusCode).toBe(401);
    },
  );
});

describe('the one-time link', () => {
  it('gives a session once, in a cookie that scripts cannot read', async () => {
    const token = await desk.world.sessions.newLink();
    const exchange = () =>
      desk.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: { token } });
    const first = await exchange();
    expect(first.statusCode).toBe(200);
    expect(first.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }]);
    expect(await exchange()).toMatchObject({ statusCode: 401 });
    const kinds = (await desk.world.store.decisions('site')).map(({ decision }) => decision.kind);
    expect(kinds).toEqual(expect.arrayContaining(['access.granted', 'access.refused']));
  });

  it('travels only over TLS where the desk is reached over TLS', async () => {
    const secure = 'https://desk.example.org';
    const behindProxy = await aDesk({}, [origin, secure]);
    const token = await behindProxy.world.sessions.newLink();
    const headers = { host: 'desk.example.org', origin: secure };
    const answer = await behindProxy.inject({ method: 'POST', url: '/api/session', headers, payload: { token } });
    expect(answer.cookies).toMatchObject([{ name: '__Host-dragoman', secure: true, httpOnly: true, path: '/' }]);
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const read = await behindProxy.inject({ url: '/api/session', headers: { host: 'desk.example.org', cookie } });
    expect(read.statusCode).toBe(200);
    await behindProxy.close();
  });

  it('is not to be guessed: after five wrong tries in a minute one waits, but the right one passes', async () => {
    const crowded = await aDesk();
    const exchange = (token: string) =>
      crowded.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: { token } });
    for (let n = 0; n < 5; n += 1) expect((await exchange('guess')).statusCode).toBe(401);
    expect((await exchange('guess')).json()).toMatchObject({ status: 429, code: 'request.too-many' });
    expect((await exchange(await crowded.world.sessions.newLink())).statusCode).toBe(200);
    expect(await crowded.world.store.decisions('site')).toHaveLength(6);
    await crowded.close();
  });

  it('ends with signing out', async () => {
    const cookie = await signIn();
    const read = () => desk.inject({ url: '/api/session', headers: { cookie } });
    expect((await read()).statusCode).toBe(200);
    expect((await desk.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, origin } })).statusCode).toBe(
      204,
    );
    expect((await read()).statusCode).toBe(401);
  });
});

describe('a request with effect', () => {
  const unsafe = lines.filter((line) => !line.startsWith('GET'));
  const foreign: Array<Record<string, string>> = [
    {},
    { origin: 'http://127.0.0.1:3001' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin, 'sec-fetch-site': 'same-site' },
    { origin, 'sec-fetch-site': 'cross-site' },
  ];

  it.each(unsafe)('%s is refused from everywhere but our own pages', async (line) => {
    const cookie = await signInOnce();
    for (const headers of foreign) {
      const answer = await desk.inject({ ...request(line), headers: { cookie, ...headers } });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.forbidden-origin']);
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json\t; x',
    'text/html',
  ])('is refused as %s', async (type) => {
    const headers = { authorization: `Bearer ${localToken}`, 'content-type': type };
    const answer = await desk.inject({ method: 'POST', url: '/api/documents', headers, payload: '{}' });
    expect([400, 415]).toContain(answer.statusCode);
    expect(await desk.world.store.board()).toEqual([]);
  });
});

let once: Promise<string> | undefined;
function signInOnce(): Promise<string> {
  once ??= signIn();
  return once;
}

describe('a foreign host', () => {
  it.each(['evil.example', '127.0.0.1', '127.0.0.1:3001', 'localhost.evil.example:3000', ''])(
    '%j is refused',
    async (host) => {
      const answer = await desk.inject({ url: '/api/health', headers: { host } });
      expect(answer.statusCode).toBe(421);
    },
  );
});

describe('bodies', () => {
  const bearer = { authorization: `Bearer ${localToken}` };
  const send = (payload: Buffer | string, type = 'application/json') =>
    desk.inject({ method: 'POST', url: '/api/documents', headers: { ...bearer, 'content-type': type }, payload });

  it('with a property that nobody asked for are refused, not trimmed', async () => {
    const body = {
      decisionId: crypto.randomUUID(),
      from: 'en',
      to: ['he'],
      title: 'T',
      input: { text: 'a', format: 'text' },
    };
    const refused = await send(JSON.stringify({ ...body, importedBy: 'somebody' }));
    expect(refused.json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await send(JSON.stringify({ ...body, to: 'he' }))).statusCode).toBe(400);
  });

  it('over the limit are refused as too large', async () => {
    const answer = await send(JSON.stringify({ input: { text: 'a'.repeat(29 * 1024 * 1024) } }));
    expect(answer.json()).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"to":["\\ud800"]}',
    '[',
    'null',
    '',
  ])('that are hostile or broken are refused: %s', async (payload) => {
    const answer = await send(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toMatch(/^request\./u);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  const folder = '../shared/data/bad-input/json';
  const hostile = listed(folder);
  it.skipIf(hostile.length === 0)(
    `of ${folder} (${hostile.length || 'not here: skipped'}) are all refused, and the server goes on`,
    async () => {
      for (const file of hostile) {
        const answer = await send(readFileSync(`${folder}/${file}`));
        expect([file, answer.statusCode]).toEqual([file, 400]);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect((await desk.inject({ url: '/api/health' })).statusCode).toBe(200);
      expect(await desk.world.store.board()).toEqual([]);
    },
  );
});

describe('answers', () => {
  it('carry a policy without inline script, and are kept by nobody', async () => {
    const answer = await desk.inject({ url: '/api/health' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.headers['content-security-policy'], 'previews are framed').toContain(
      'frame-src http://127.0.0.1:3001;',
    );
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('to an unknown address are a problem too', async () => {
    const answer = await desk.inject({ url: '/api/nothing' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'route.unknown' });
  });

  it('describe the whole contract at /api/docs', async () => {
    const answer = await desk.inject({ url: '/api/docs/json' });
    const { paths } = answer.json() as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(lines.map((line) => line.replace(/:([a-zA-Z]+)/g, '{$1}')).toSorted());
  });
});

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
