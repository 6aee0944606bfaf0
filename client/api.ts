/**
 * The client's only way to the server: a request line of the contract is the whole call, the rest is inferred.
 *
 *   await call('GET /api/documents/:documentId', { params: { documentId } });
 *
 * A refusal arrives as problem+json and is thrown as `Problem`, whose code becomes a sentence in `problems.ts`. The
 * contract is imported as types only, so that no schema library reaches the bundle (tests/architecture.test.ts).
 */
import type { ApiLine, BodyOf, ParamsOf, QueryOf, ReplyOf } from '../server/contract/api.ts';
import type { Problem as ProblemBody } from '../server/contract/problem.ts';

type Values = Readonly<Record<string, string | number | undefined>>;
interface Parts {
  readonly params?: Values;
  readonly query?: Values;
  readonly body?: unknown;
}
type Given<K extends string, V> = undefined extends V ? unknown : { readonly [P in K]: V };

/** What a call to a request line takes: exactly the parts that its row declares, `{}` where it declares none. */
export type RequestOf<L extends ApiLine> = Given<'params', ParamsOf<L>> &
  Given<'query', QueryOf<L>> &
  Given<'body', BodyOf<L>>;

export type ProblemDetails = Pick<ProblemBody, 'code' | 'params' | 'current' | 'blockers'> & {
  readonly status: number;
};

/** The server's "no", or `network.unreachable` when no whole answer of the server's came. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: ProblemDetails['params'];
  readonly current: ProblemDetails['current'];
  readonly blockers: ProblemDetails['blockers'];

  constructor({ code, status, params, current, blockers }: ProblemDetails) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.params = params;
    this.current = current;
    this.blockers = blockers;
  }
}

const listeners = new Set<(code: string) => void>();

/** Hears the code of every refusal, for what concerns more than the one who asked; gives the function that ends it. */
export function hear(listener: (code: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Calls the server and gives the reply of that line.
 * Throws `Problem`; an aborted signal throws its own reason, unless that is a time limit: then nobody answered.
 */
export async function call<L extends ApiLine>(
  line: L,
  request: RequestOf<L>,
  signal?: AbortSignal,
): Promise<ReplyOf<L>> {
  const { params, query, body } = request as Parts;
  const response = await answer(fill(line, params, query), {
    method: methodOf(line),
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await problemOf(response, signal);
  return (response.status === 204 ? null : await jsonOf(response, signal)) as ReplyOf<L>;
}

/** The address behind a request line, for links (downloads, the event stream). */
export function addressOf<L extends ApiLine>(line: L, request: RequestOf<L>): string {
  const { params, query } = request as Parts;
  return fill(line, params, query);
}

function methodOf(line: ApiLine): string {
  return line.slice(0, line.indexOf(' '));
}

function fill(line: ApiLine, params: Values = {}, query: Values = {}): string {
  const path = line
    .slice(line.indexOf(' ') + 1)
    .replace(/:([A-Za-z]+)/gu, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([k, v]) => [k, String(v)]))}`;
}

async function answer(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    throw lost(error, init.signal);
  }
}

/**
 * The body of an answer. What is no JSON (a page of a captive portal, under 200) or breaks off (a proxy that gave up) is
 * not what our server said: nobody knows whether the request took effect, as when nothing came back at all.
 */
async function jsonOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  if (!response.headers.get('content-type')?.includes('json')) throw unreachable();
  try {
    return await response.json();
  } catch (error) {
    throw lost(error, signal);
  }
}

function lost(error: unknown, signal: AbortSignal | null | undefined): unknown {
  const isTimeLimit = signal?.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  return signal?.aborted && !isTimeLimit ? error : unreachable();
}

function unreachable(): Problem {
  return new Problem({ code: 'network.unreachable', status: 0, params: {} });
}

async function problemOf(response: Response, signal: AbortSignal | undefined): Promise<Problem> {
  const page = pageOfProxy(response);
  if (page) return page;
  const body = (await jsonOf(response, signal)) as Partial<ProblemBody> | null;
  if (body?.code === undefined) return unreachable();
  for (const listener of listeners) listener(body.code);
  return new Problem({ params: {}, ...body, code: body.code, status: response.status });
}

/** A proxy in between may answer with a page of its own, whose status tells when it is about size or the server's health. */
function pageOfProxy({ headers, status }: Response): Problem | undefined {
  if (headers.get('content-type')?.includes('json')) return undefined;
  if (status === 413) return new Problem({ code: 'request.too-large', status, params: {} });
  return status >= 500 ? new Problem({ code: 'server.fault', status, params: {} }) : unreachable();
}
