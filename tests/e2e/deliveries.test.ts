/**
 * A server that brings what it publishes to three places, as an operator sets it up: each gets it by itself, the command
 * line says what came of it, what failed goes on after a restart, and no secret comes out anywhere.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeReceiver, type FakeReceiver } from '../support/fake-receiver.ts';
import { startFakeWordpress, wordpressUser, type FakeWordpress } from '../support/fake-wordpress.ts';
import { aPlace, call, dragoman, startServer, type Place, type RunningServer } from '../support/server-process.ts';

const canary = /canary/iu;
const key = Buffer.from('canary-canary-canary-canary').toString('base64');

let place: Place;
let server: RunningServer;
let wordpress: FakeWordpress;
let receiver: FakeReceiver;
let settings: Record<string, string>;
const printed: string[] = [];

beforeAll(async () => {
  [place, wordpress, receiver] = await Promise.all([aPlace(), startFakeWordpress(), startFakeReceiver()]);
  settings = {
    DELIVER_COMMAND: `env > '${path.dirname(place.data)}/env'; cat en/index.html; echo token=canary-of-theirs; exit 7`,
    DELIVER_WEBHOOK_URL: `${receiver.url}/hook?token=canary-query`,
    DELIVER_WEBHOOK_SECRET: `whsec_${key}`,
    WORDPRESS_URL: wordpress.url,
    WORDPRESS_USER: wordpressUser.user,
    WORDPRESS_APP_PASSWORD: wordpressUser.password,
    DEEPL_API_KEY: 'canary-deepl:fx',
    DEEPL_SERVER_URL: receiver.url,
    OPENAI_API_KEY: 'canary-openai',
    OPENAI_BASE_URL: receiver.url,
    OPENAI_MODEL: 'a-model',
    LOG_LEVEL: 'info',
  };
  server = await startServer(place, settings);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await Promise.all([wordpress.close(), receiver.close()]);
  await place.remove();
});

async function publishAll(): Promise<number> {
  const { documents } = (await call(server, 'GET /api/documents')).reply;
  for (const { documentId, from: locale } of documents) {
    await call(server, 'POST /api/documents/:documentId/editions/:locale/publish', {
      params: { documentId, locale },
      body: { decisionId: crypto.randomUUID() },
    });
  }
  return documents.length;
}

it('brings what is published to each place, and says where one did not take it', async () => {
  wordpress.next({ status: 503 });
  const count = await publishAll();
  const done = await dragoman(place, ['deliver'], settings);
  printed.push(done.stdout, done.stderr);
  expect(done.code).toBe(1);
  expect(done.stdout).toMatch(/^command {2}.*exit 7/mu);
  expect(done.stdout).toMatch(/^webhook {2}http:\S+\/hook {2}delivered$/mu);
  const hooks = receiver.seen.filter(({ url }) => url.pathname === '/hook');
  expect(hooks).toHaveLength(count);
  expect(hooks[0]?.headers['webhook-signature']).toMatch(/^v1,/u);
});

it('goes on after a restart with what was not taken, and with that only', async () => {
  printed.push(server.printed());
  await server.kill('SIGKILL');
  server = await startServer(place, settings);
  const before = receiver.seen.length;
  const done = await dragoman(place, ['deliver', 'wordpress', '--json'], settings);
  printed.push(done.stdout, done.stderr);
  expect(done.code).toBe(0);
  expect(wordpress.posts.length).toBe((await call(server, 'GET /api/documents')).reply.documents.length);
  expect(receiver.seen.slice(before).filter(({ url }) => url.pathname === '/hook')).toEqual([]);
});

it('lets no secret out: in no answer, log, edition, ledger, nor in the command’s environment', async () => {
  const doctor = await dragoman(place, ['doctor'], settings);
  const deliveries = await call(server, 'GET /api/deliveries');
  const others = await Promise.all([call(server, 'GET /api/settings'), call(server, 'GET /api/providers')]);
  printed.push(doctor.stdout, doctor.stderr, server.printed(), JSON.stringify([deliveries, others]));
  const folder = path.dirname(place.data);
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['deliveries.json', 'env', 'index.html']));
  const leaking = files.filter((entry) => canary.test(readFileSync(path.join(entry.parentPath, entry.name), 'latin1')));
  expect(leaking.map(({ name }) => name)).toEqual([]);
  expect(printed.filter((text) => canary.test(text) || text.includes(key))).toEqual([]);
});
