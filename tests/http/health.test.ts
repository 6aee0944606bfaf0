/** A store that can only be read any more says so: to whoever asks for its health, and to the operator. */
import { expect, it, onTestFinished } from 'vitest';
import { openSessions } from '../../server/adapters/sessions.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import type { Connection } from '../../server/cli/connection.ts';
import { diagnose } from '../../server/cli/doctor.ts';
import { readConfig } from '../../server/config.ts';
import { accepted } from '../../server/domain/errors.ts';
import { sessionCookies } from '../../server/http/guard.ts';
import { importedDecision } from '../support/builders.ts';
import { aDesk } from '../support/desk.ts';
import { aFolder } from '../support/folders.ts';
import { aDisk, fault, openStore } from '../support/stores.ts';

async function aDeskOnADisk() {
  const disk = aDisk();
  const desk = await aDesk({ store: await openStore(await aFolder(), { files: disk }) });
  onTestFinished(() => desk.close());
  const way: Connection = {
    to: 'this test',
    isServer: false,
    call: async (line) => (await desk.call(line)).reply,
    download: async () => expect.fail('nothing is downloaded here'),
    close: async () => undefined,
  };
  const save = () => {
    const imported = importedDecision();
    return desk.world.store.commit({ stream: imported.documentId, decisions: [imported] });
  };
  return { disk, desk, way, save };
}

async function diagnosed(way: Connection) {
  const read = readConfig({});
  if (!read.ok) throw new Error(read.faults.join());
  return diagnose(read.config, way);
}

it('is ok while the store can write', async () => {
  const { desk, way, save } = await aDeskOnADisk();
  expect(await save()).toMatchObject({ ok: true });
  expect((await desk.call('GET /api/health')).reply).toMatchObject({ status: 'ok' });
  expect(await diagnosed(way)).toMatchObject({ refused: false, reply: { store: 'ok, through this test' } });
});

it('is read-only after a sync that failed, in the desk and for the doctor', async () => {
  const { disk, desk, way, save } = await aDeskOnADisk();
  disk.next.datasync = fault('EIO');
  expect(await save()).toMatchObject({ ok: false, code: 'store.read-only' });
  expect((await desk.call('GET /api/health')).reply).toMatchObject({ status: 'read-only' });
  expect(await diagnosed(way)).toMatchObject({
    refused: true,
    reply: { store: expect.stringContaining('[store.read-only]') },
  });
});

it('is asked for without using a session: whoever leaves a page open is signed out in time', async () => {
  let now = Date.UTC(2026, 0, 1);
  const clock = { ...systemClock, now: () => new Date(now).toISOString() };
  const sessions = await openSessions({ clock, memberId: 'operator' });
  const desk = await aDesk({ clock, sessions });
  onTestFinished(() => desk.close());
  const signedIn = accepted(await sessions.exchange(await sessions.newLink()));
  const headers = { cookie: `${sessionCookies.plain}=${signedIn.token}` };
  const end = Date.parse(signedIn.session.expiresAt);
  for (; now < end; now += 60 * 60_000) {
    expect((await desk.inject({ url: '/api/health', headers })).statusCode).toBe(200);
  }
  expect((await desk.inject({ url: '/api/session', headers })).statusCode).toBe(401);
});
