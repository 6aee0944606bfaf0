/** The process: read the configuration, compose, listen, say where to go, close gracefully. Nothing else. */
import { readFileSync } from 'node:fs';
import { startServer } from './serve.ts';
import { readConfig } from './config.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Dragoman needs Node 24; this is ${process.version}. Start it with “npm start”, which brings its own.`);
  process.exit(3);
}

const read = readConfig(process.env);
if (!read.ok) {
  console.error(['The configuration cannot be used:', ...read.faults.map((fault) => `  ${fault}`)].join('\n'));
  process.exit(2);
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const server = await startServer(read.config, version);
if (!server.ok) {
  console.error(`Dragoman cannot start: ${server.code} ${JSON.stringify(server.params)}`);
  process.exit(3);
}
console.log(server.welcome);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
