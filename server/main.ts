/** The process: configuration, compose, start up, listen, say where to go, close gracefully. Nothing else. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { startUp } from './app/start-up.ts';
import { announce } from './cli/server-file.ts';
import { compose } from './compose.ts';
import { environment, readConfig, type Config } from './config.ts';

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
  if (!composed.ok) fail(exit.refused, `Dragoman cannot start: ${composed.code} ${JSON.stringify(composed.params)}`);
  const { world, store, desk, editions, origin, editionsOrigin, linkUrl, localToken, close } = composed.services;
  const link = linkUrl(await startUp(world, await samples()));
  await desk.listen({ host: config.host, port: config.port });
  await editions.listen({ host: config.host, port: config.editionsPort });
  const withdraw = await announce(config.dataFolder, { url: origin, editionsUrl: editionsOrigin, token: localToken });
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

async function samples() {
  const names = await readdir(samplesFolder);
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(samplesFolder, name)) })));
}

function fail(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
