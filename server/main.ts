/** The process: configuration, compose, listen, start up, say where to go, close gracefully. Nothing else. */
import type { FastifyInstance } from 'fastify';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { startUp } from './app/start-up.ts';
import { announce } from './cli/server-file.ts';
import { sentenceOf } from './cli/words.ts';
import { compose } from './compose.ts';
import { environment, readConfig, type Config } from './config.ts';
import { refuse, type Refusal } from './domain/errors.ts';

const exit = { refused: 1, configuration: 2, fault: 3 } as const;
const samplesFolder = path.resolve(import.meta.dirname, '../translations/samples');

if (Number(process.versions.node.split('.')[0]) < 24) {
  fail(exit.configuration, `Dragoman needs Node 24; this is ${process.version}. “npm start” brings its own.`);
}
const read = readConfig(environment());
if (!read.ok) fail(exit.configuration, ['The configuration cannot be used:', ...read.faults].join('\n  '));
await serve(read.config);

async function serve(config: Config): Promise<void> {
  const composed = await compose(config);
  if (!composed.ok) return refused(composed);
  const { world, store, desk, editions, plans, origin, editionsOrigin, linkUrl, localToken, close } = composed.services;
  // Listening comes first: a start that fails for a taken port has changed nothing.
  await listen(desk, config.host, config.port, 'PORT');
  await listen(editions, config.host, config.editionsPort, 'EDITIONS_PORT');
  const link = linkUrl(await startUp(world, { samples, plans }));
  const withdraw = await announce(config.dataFolder, {
    url: origin,
    editionsUrl: editionsOrigin,
    token: localToken,
  }).catch((error: unknown) => {
    world.report(error, 'server.json could not be written: the command line of this machine does not find the server');
    return async () => undefined;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void close()
          .then(withdraw)
          .then(() => process.exit(0)),
    );
  }
  if (store.torn)
    desk.log.warn({ torn: store.torn }, 'the journal ended in a write that was cut off; it was set aside');
  console.log([`Dragoman  ${origin}`, `Editions  ${editionsOrigin}`, `Sign in   ${link}`].join('\n'));
}

async function listen(
  app: Pick<FastifyInstance, 'listen'>,
  host: string,
  port: number,
  setting: string,
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await refused(refuse('server.port-taken', { port, setting }));
  }
}

async function samples() {
  const names = await readdir(samplesFolder);
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(samplesFolder, name)) })));
}

async function refused(refusal: Refusal): Promise<never> {
  return fail(exit.refused, `Dragoman cannot start. ${await sentenceOf(refusal)}`);
}

function fail(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
