/**
 * Requests that no client would make, written to a socket as they are: each is answered with a refusal or cut off, on
 * both origins, and the next honest request is answered. A slow or silent client is given up (the bounds are the
 * server's own settings; waiting for them is no test's business).
 */
import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import { readImport } from '../../server/app/read-import.ts';
import { readMemory, readTerms } from '../../server/app/read-exchange.ts';
import { readTranslation } from '../../server/app/read-translation.ts';
import { buildEditionsServer } from '../../server/http/editions-server.ts';
import type { ImportReader } from '../../server/ports.ts';
import { isHere, rawRequests, skipped } from '../support/bad-input.ts';
import { aDesk, localToken, origin, type Desk } from '../support/desk.ts';
import { someSiteOf } from '../support/editions.ts';

const { host } = new URL(origin);

/** Reads nothing, and tells when whoever asked is gone. */
const gone = Promise.withResolvers<string>();
const asked = Promise.withResolvers<void>();
const reader: ImportReader = {
  read: (order, signal) => {
    if (signal === undefined) return Promise.resolve(readImport(order));
    asked.resolve();
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        gone.resolve('gone');
        reject(signal.reason);
      });
    });
  },
  readTranslation: (bytes) => Promise.resolve(readTranslation(bytes)),
  readMemory: (bytes) => Promise.resolve(readMemory(bytes)),
  readTerms: (bytes) => Promise.resolve(readTerms(bytes)),
};

let desk: Desk;
let editions: FastifyInstance;
let folder: string;
beforeAll(async () => {
  desk = await aDesk({ reader });
  folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  await createFileSink(folder).reconcile(someSiteOf([]));
  editions = await buildEditionsServer({ folder, previews: createPreviews(systemClock), deskOrigin: origin });
  await Promise.all([desk.app, editions].map((app) => app.listen({ host: '127.0.0.1', port: 0 })));
});
afterAll(async () => {
  await Promise.all([desk.close(), editions.close()]);
  await rm(folder, { recursive: true });
});

function portOf(app: FastifyInstance): number {
  return (app.server.address() as AddressInfo).port;
}

/** Sends a request and gives the status of the first answer; 0 where the connection was cut without one. */
async function statusOf(app: FastifyInstance, request: string): Promise<number> {
  const socket = connect(portOf(app), '127.0.0.1');
  const answer: Buffer[] = [];
  socket.on('data', (data: Buffer) => {
    answer.push(data);
    if (data.includes('\r\n\r\n')) socket.end();
  });
  // A server that cuts the connection before it has read everything makes an error of it; the end is what counts.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(request.replaceAll('{H}', `Host: ${host}\r\n`), 'latin1');
  await closed;
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(Buffer.concat(answer).toString('latin1'))?.[1] ?? 0);
}

describe('a request that no client would make', () => {
  it.skipIf(!isHere)(`is one of many${skipped}`, () => expect(rawRequests().length).toBeGreaterThan(15));

  it.each(rawRequests())('%s is refused by the desk, which goes on', async (_, request) => {
    const status = await statusOf(desk.app, request);
    expect(status === 0 || (status >= 400 && status < 500), `status ${status}`).toBe(true);
    expect(await statusOf(desk.app, 'GET /api/health HTTP/1.1\r\n{H}\r\n')).toBe(200);
    expect(await desk.world.store.board()).toEqual([]);
  });

  it.each(rawRequests())('%s is refused by the editions, which go on', async (_, request) => {
    const status = await statusOf(editions, request);
    expect(status < 500 && (status >= 400 || status === 0 || request.startsWith('GET')), `status ${status}`).toBe(true);
    expect(await statusOf(editions, 'GET /nowhere HTTP/1.1\r\n{H}\r\n')).toBe(404);
  });
});

describe('a client that is slow', () => {
  it('is given up: headers after 10 seconds, a body after 30, silence after 60', () => {
    for (const { server } of [desk.app, editions]) {
      expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, timeout: 60_000 });
    }
  });

  it('that goes away while its text is read ends the reading', async () => {
    const text = 'A paragraph of words. '.repeat(4000);
    const body = JSON.stringify({ from: 'en', to: ['he'], input: { text, format: 'text' } });
    const head = `POST /api/documents/preview HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${localToken}\r\n`;
    const socket = connect(portOf(desk.app), '127.0.0.1');
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await asked.promise;
    socket.destroy();
    expect(await gone.promise).toBe('gone');
  });
});
