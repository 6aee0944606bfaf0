/** The exchange itself: its deadlines, and how long a server asks us to wait. The faults are in the wire contract. */
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exchange, limits, retryAfter } from '../../server/adapters/http-exchange.ts';

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
