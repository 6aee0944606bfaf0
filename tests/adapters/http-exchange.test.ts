/** The exchange itself: its deadlines, and how long a server asks us to wait. The faults are in the wire contract. */
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exchange, limits, retryAfter, type Limits } from '../../server/adapters/http-exchange.ts';

describe('retryAfter', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  const date = 'Sat, 21 Nov 2026 09:00:00 GMT';
  it.each([
    ['nothing', undefined, undefined, undefined],
    ['seconds', '120', undefined, 120_000],
    ['a date, by our clock', 'Sat, 21 Nov 2026 10:00:30 GMT', undefined, 30_000],
    ['a date, by the server’s own clock', 'Sat, 21 Nov 2026 09:00:10 GMT', date, 10_000],
    ['a date gone by', 'Sat, 21 Nov 2026 08:00:00 GMT', date, 0],
    ['nonsense', 'soon', date, undefined],
  ])('%s', (_title, value, date, pause) => expect(retryAfter(value, date, now)).toBe(pause));
});

describe('the deadline for connecting', () => {
  let silent: Server;
  beforeEach(async () => {
    silent = createServer().on('connection', (socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => silent.close());

  it('covers TLS: a port that takes connections and says nothing is unreachable', async () => {
    const answer = await exchange({
      method: 'GET',
      url: new URL(`https://127.0.0.1:${(silent.address() as AddressInfo).port}/`),
      headers: {},
      limits: { ...limits, connectMs: 30 },
      signal: new AbortController().signal,
    });
    expect(answer).toEqual({
      ok: false,
      failure: { fault: { code: 'provider.unreachable', retryable: true } },
      body: '',
    });
  });
});

describe('with a server that answers', () => {
  let server: HttpServer | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function ask(listener: RequestListener, change: Partial<Limits>) {
    server = createHttpServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { signal } = new AbortController();
    return () => exchange({ method: 'GET', url, headers: {}, limits: { ...limits, ...change }, signal });
  }

  it('hangs up on a body without end, once it is larger than it may be', async () => {
    const hungUp = Promise.withResolvers<void>();
    const send = await ask(
      (_request, response) => {
        const write = () => void (response.write('x'.repeat(1000)) && setImmediate(write));
        response.on('drain', write).on('close', hungUp.resolve);
        write();
      },
      { maxBytes: 50_000 },
    );
    expect(await send()).toMatchObject({ ok: false, failure: { fault: { code: 'provider.garbled' } } });
    await hungUp.promise;
  });

  it('a connection that is kept alive has no second deadline for connecting', async () => {
    let answered = 0;
    const send = await ask(
      (_request, response) => {
        answered += 1;
        setTimeout(() => response.end('done'), answered === 1 ? 0 : 300);
      },
      { connectMs: 150 },
    );
    expect(await send()).toEqual({ ok: true, body: 'done' });
    expect(await send()).toEqual({ ok: true, body: 'done' });
  });
});
