/**
 * How the command line reaches Dragoman: always through the contract, over one of three ways. It opens the store
 * itself and calls the application in this process; where a running server holds the store it speaks to that server by
 * the address and token in `server.json`; `--url` with DRAGOMAN_TOKEN names another. So a command is written once.
 */
import type { ApiLine, BodyOf, ParamsOf, QueryOf, ReplyOf } from '../contract/api.ts';
import type { Problem } from '../contract/problem.ts';
import { compose, type Services } from '../compose.ts';
import type { Config } from '../config.ts';
import { Refused, refuse, type Refusal } from '../domain/errors.ts';
import { announcedServer } from './server-file.ts';

export interface Connection {
  /** Where it leads: this process, or an address. */
  readonly to: string;
  /** Whether a running server is at its end. */
  readonly isServer: boolean;
  call<L extends ApiLine>(line: L, parts: Parts<L>): Promise<ReplyOf<L>>;
  /** The same of an answer that is a file. */
  download<L extends ApiLine>(line: L, parts: Parts<L>): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What a row of the contract wants, and nothing else. */
export type Parts<L extends ApiLine> = Wanted<'params', ParamsOf<L>> &
  Wanted<'query', QueryOf<L>> &
  Wanted<'body', BodyOf<L>>;
type Wanted<K extends string, T> = [T] extends [undefined] ? unknown : Record<K, T>;

/** The parts of any row. */
type AnyParts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

/** Sends one request; gives the status, the content type and the bytes of the answer. */
type Send = (request: Wire) => Promise<Answer>;
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}
interface Wire {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

/** What Node calls an attempt to connect that came to nothing. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Opens the way that fits. Throws `Refused` when there is none, and later server.unreachable or server.gone. */
export async function connect(config: Config, remote?: { url: string; token: string }): Promise<Connection> {
  if (remote) return overServer(remote);
  const composed = await compose(config);
  if (composed.ok) {
    const { desk, localToken, origin, close } = composed.services;
    return over({ to: 'this process', isServer: false, close }, injectInto(desk, origin, localToken));
  }
  if (composed.code !== 'store.locked') throw new Refused(composed);
  const running = await announcedServer(config.dataFolder);
  if (running === undefined) throw new Refused(composed);
  return overServer(running);
}

function overServer({ url, token }: { url: string; token: string }): Connection {
  return over({ to: url, isServer: true, close: async () => undefined }, fetchFrom(url, token));
}

function over(end: Omit<Connection, 'call' | 'download'>, send: Send): Connection {
  const ask = async (line: ApiLine, parts: AnyParts): Promise<Answer> => {
    const answer = await send(wire(line, parts));
    if (answer.status >= 400) throw new Refused(asRefusal(textOf(answer)));
    return answer;
  };
  return {
    ...end,
    async call(line, parts) {
      const answer = await ask(line, parts as AnyParts);
      const text = textOf(answer);
      // The server's serialiser has just written exactly this shape.
      return (answer.type.includes('json') ? JSON.parse(text) : text || null) as never;
    },
    download: async (line, parts) => (await ask(line, parts as AnyParts)).bytes,
  };
}

function wire(line: ApiLine, parts: AnyParts): Wire {
  const [method = '', template = ''] = line.split(' ');
  const params = (parts.params ?? {}) as Record<string, string>;
  const url = template.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams(parts.query as Record<string, string>).toString();
  return {
    method,
    url: query ? `${url}?${query}` : url,
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
  };
}

function textOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes);
}

function asRefusal(text: string) {
  try {
    const problem = JSON.parse(text) as Problem;
    const { type: _, title: _title, status: _status, code, params, ...more } = problem;
    return { ...refuse(code as Parameters<typeof refuse>[0], params), ...more };
  } catch {
    return refuse('server.fault');
  }
}

function injectInto(desk: Services['desk'], origin: string, token: string): Send {
  return async ({ method, url, body }) => {
    const answer = await desk.inject({
      method: method as 'GET',
      url,
      headers: {
        host: new URL(origin).host,
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { payload: body }),
    });
    return { status: answer.statusCode, type: answer.headers['content-type'] ?? '', bytes: answer.rawPayload };
  };
}

function fetchFrom(base: string, token: string): Send {
  return async ({ method, url, body }) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    try {
      const answer = await fetch(new URL(url, base), { method, headers, ...(body !== undefined && { body }) });
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes: await answer.bytes() };
    } catch (error) {
      throw new Refused(lost(error, base));
    }
  };
}

/** Before the connection stood, nothing was asked; after that nobody knows what became of the request. */
function lost(error: unknown, address: string): Refusal {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause && 'code' in cause ? String(cause.code) : '';
  return unconnected.has(code) ? refuse('server.unreachable', { address }) : refuse('server.gone');
}
