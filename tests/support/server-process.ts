/**
 * A real server process on ports and folders of its own, as a person would start it: for the end-to-end story and the
 * crash loop. It is found through the `server.json` that it leaves for the command line.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ApiLine, BodyOf, ParamsOf, ReplyOf } from '../../server/contract/api.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Place {
  readonly data: string;
  readonly editions: string;
  /** Free when the place was made; the same at each start, so that an open page finds its server again. */
  readonly ports: { readonly desk: number; readonly editions: number };
  /** Removes the folders. */
  remove(): Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  readonly editionsUrl: string;
  /** The one-time link that it printed. */
  readonly link: string;
  readonly token: string;
  /** Everything it printed so far. */
  readonly printed: () => string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Fresh folders for a server's data and editions. */
export async function aPlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  return {
    data: path.join(folder, 'data'),
    editions: path.join(folder, 'editions'),
    ports: { desk: await freePort(), editions: await freePort() },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function environment(place: Place, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  const { desk, editions } = place.ports;
  const ports = { PORT: String(desk), EDITIONS_PORT: String(editions) };
  // A browser that prints in the background would take the machine from what is tried here.
  return {
    PATH,
    HOME,
    ...ports,
    CHROMIUM_PATH: 'off',
    DRAGOMAN_DATA: place.data,
    DRAGOMAN_EDITIONS: place.editions,
    ...more,
  };
}

/** Starts a server and resolves when it answers. Rejects with what it printed when it ends instead. */
export async function startServer(place: Place, more?: NodeJS.ProcessEnv): Promise<RunningServer> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: environment(place, more),
    stdio: 'pipe',
  });
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => lines.push(line));
  const stdout = createInterface(child.stdout);
  const link = await new Promise<string>((resolve, reject) => {
    stdout.on('line', (line) => {
      lines.push(line);
      const found = /http\S+\/sign-in#token=\S+/.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server ended:\n${lines.join('\n')}`)));
  });
  const file = await readFile(path.join(place.data, 'server.json'), 'utf8');
  const { url, editionsUrl, token } = JSON.parse(file) as { url: string; editionsUrl: string; token: string };
  return { url, editionsUrl, link, token, printed: () => lines.join('\n'), kill: (signal) => kill(child, signal) };
}

async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Runs the command line against a place, with this on its standard input; gives what it printed and its exit code. */
export function dragoman(
  place: Place,
  args: readonly string[],
  more?: NodeJS.ProcessEnv,
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['server/cli.ts', ...args],
      { cwd: root, env: environment(place, more), maxBuffer: 1 << 26 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** Calls the contract over HTTP with the local token. */
export async function call<L extends ApiLine>(
  server: Pick<RunningServer, 'url' | 'token'>,
  line: L,
  parts: { params?: ParamsOf<L>; query?: Record<string, string>; body?: BodyOf<L> } = {},
): Promise<{ status: number; reply: ReplyOf<L> }> {
  const [method = '', template = ''] = line.split(' ');
  const params = (parts.params ?? {}) as Record<string, string>;
  const url = new URL(
    template.replace(/:([a-zA-Z]+)/g, (_, name: string) => params[name] ?? ''),
    server.url,
  );
  url.search = new URLSearchParams(parts.query).toString();
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${server.token}`,
      ...(parts.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
  });
  const text = await response.text();
  return { status: response.status, reply: (text ? JSON.parse(text) : null) as ReplyOf<L> };
}
