/** The event stream, over a real connection: what is decided reaches those who listen, and only those who may. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { importedDecision, editedDecision } from '../support/builders.ts';
import { aWorld, localToken } from '../support/desk.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
let app: Awaited<ReturnType<typeof buildApp>>;
let port: number;

beforeAll(async () => {
  world = await aWorld();
  const probe = await listening([]);
  ({ port } = probe.server.address() as AddressInfo);
  await probe.close();
  app = await listening([`http://127.0.0.1:${port}`], port);
});
afterAll(() => app.close());

async function listening(origins: string[], at = 0) {
  const made = await buildApp(world, {
    origins,
    localToken,
    version: '0',
    logLevel: 'silent',
    previewsOrigin: 'http://127.0.0.1:1',
    linkUrl: (token) => token,
  });
  await made.listen({ host: '127.0.0.1', port: at });
  return made;
}

async function listen(token: string): Promise<IncomingMessage> {
  const request = get({ host: '127.0.0.1', port, path: '/api/events', headers: { authorization: `Bearer ${token}` } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

/** Reads until the stream has said this many events. */
async function events(stream: IncomingMessage, count: number): Promise<unknown[]> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    const said = text.split('\n').filter((line) => line.startsWith('data: '));
    if (said.length >= count) return said.map((line) => JSON.parse(line.slice(6)) as unknown);
  }
  throw new Error(`The stream ended: ${text}`);
}

describe('the event stream', () => {
  it('tells of decisions by their names and places, never by their texts, and of jobs as they move', async () => {
    const stream = await listen(localToken);
    expect(stream.headers['content-type']).toContain('text/event-stream');
    const imported = importedDecision();
    const edit = editedDecision({ text: 'טקסט שאינו נשלח' });
    const read = events(stream, 3);
    await world.store.commit({ stream: imported.documentId, decisions: [imported, edit] });
    const job = {
      jobId: 'job000000001',
      documentId: imported.documentId,
      locales: ['he'],
      total: 2,
      done: 1,
      failed: 0,
      fromMemory: 0,
      status: 'running',
    } as const;
    world.events.publish(job);
    const said = await read;
    expect(said).toEqual([
      { type: 'decision', stream: imported.documentId, kind: 'document.imported', by: 'dana' },
      {
        type: 'decision',
        stream: imported.documentId,
        kind: 'target.edited',
        by: 'dana',
        segmentId: edit.segmentId,
        locale: 'he',
        revision: 1,
      },
      { type: 'job', job },
    ]);
  });

  it('tells whoever comes of all that is held, then of each claim and visit as it begins and ends', async () => {
    const place = { documentId: 'document0001', segmentId: 'segment-0001', locale: 'he' } as const;
    const holder = { memberId: 'dana', windowId: 'window-1' };
    const [{ until } = { until: '' }] = await world.presence.take([place], holder);
    const stream = await listen(localToken);
    const [first] = await events(stream, 1);
    expect(first).toEqual({ type: 'presence', place, holder, until });
    const later = await listen(localToken);
    const read = events(later, 4);
    await world.claims.take([place], holder);
    await world.claims.release(holder);
    await world.presence.release(holder);
    expect(await read).toMatchObject([
      { type: 'presence', until },
      { type: 'claim', place, holder },
      { type: 'claim', place, holder },
      { type: 'presence', place, holder },
    ]);
  });

  it('opens for nobody who is not signed in', async () => {
    expect((await listen('somebody')).statusCode).toBe(401);
  });
});
