/**
 * `doctor`: what an operator asks first when something is wrong. Where things lie, whether the store answers, which
 * provider would translate and what is left of its quota, what waits and what failed. Never a key.
 */
import type { Config } from '../config.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { sentenceOf } from './words.ts';
import type { Done } from './command.ts';
import type { Connection } from './connection.ts';

interface Answer {
  readonly [subject: string]: string | number | boolean;
}

/** Looks through a connection, or says why there is none. */
export async function diagnose(config: Config, way: Connection | Refusal): Promise<Done> {
  const found = 'ok' in way ? { store: await sentence(way), isWell: false } : await reached(way);
  const { isWell, ...answer } = found;
  const reply: Answer = { ...configurationOf(config), ...answer };
  const width = Math.max(...Object.keys(reply).map(({ length }) => length));
  const lines = Object.entries(reply).map(([subject, value]) => `${subject.padEnd(width)}  ${value}`);
  return { reply, text: lines.join('\n'), refused: !isWell };
}

function configurationOf(config: Config): Answer {
  const { host, port, editionsPort, dataFolder, editionsFolder } = config;
  return {
    node: process.version,
    desk: `http://${host}:${port}`,
    editions: `http://${host}:${editionsPort}`,
    'data folder': dataFolder,
    'editions folder': editionsFolder,
  };
}

function sentence(refusal: Refusal): Promise<string> {
  return sentenceOf(refusal);
}

async function reached(connection: Connection): Promise<Answer & { readonly isWell: boolean }> {
  const [health, settings, { providers }, { documents }, { deliveries }] = await Promise.all([
    connection.call('GET /api/health', {}),
    connection.call('GET /api/settings', {}),
    connection.call('GET /api/providers', {}),
    connection.call('GET /api/documents', {}),
    connection.call('GET /api/deliveries', {}),
  ]);
  const isWell = health.status === 'ok';
  const counts = documents.flatMap(({ locales }) => Object.values(locales));
  const sum = (count: (one: (typeof counts)[number]) => number) => counts.reduce((total, one) => total + count(one), 0);
  return {
    isWell,
    store: `${isWell ? 'ok' : await sentence(refuse('store.read-only'))}, through ${connection.to}`,
    provider: settings.defaultProvider,
    ...Object.fromEntries(
      providers.map(({ id, about }) => [
        `  ${id}`,
        Object.entries(about)
          .flatMap((fact) => fact.join(' '))
          .join(', '),
      ]),
    ),
    ...Object.fromEntries(
      deliveries.map(({ id, address, state, waiting, fault }) => [
        `deliver: ${id}`,
        [address, state, `${waiting} waiting`, ...(fault ? [`${fault.code} (${fault.detail})`] : [])].join(', '),
      ]),
    ),
    documents: documents.length,
    'running jobs': documents.reduce((total, { runningJobs }) => total + runningJobs.length, 0),
    'untranslated segments': sum(({ untranslated }) => untranslated),
    'failed segments': sum(({ failed }) => failed),
    'segments to review': sum(({ translated }) => translated),
  };
}
