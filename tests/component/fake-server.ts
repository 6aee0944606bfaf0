/**
 * A server for component tests: a `fetch` and an event stream typed by the contract. Each line is a function that gives
 * the reply, or throws `Problem` to refuse and `TypeError` to be out of reach; a line that is not given is unknown. What was asked is
 * in `calls`.
 */
import { Problem } from '../../client/api.ts';
import type { ApiLine, BodyOf, ParamsOf, QueryOf, ReplyOf, ServerEvent } from '../../server/contract/api.ts';

export interface Asked<L extends ApiLine> {
  readonly params: ParamsOf<L>;
  readonly query: QueryOf<L>;
  readonly body: BodyOf<L>;
}

export type Lines = { [L in ApiLine]?: (asked: Asked<L>) => ReplyOf<L> | Promise<ReplyOf<L>> };

export interface Call {
  readonly line: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface FakeServer {
  readonly fetch: typeof fetch;
  readonly calls: Call[];
  /** Can be replaced one by one while a test goes on. */
  readonly lines: Lines;
  /** What was asked on one line, in order. */
  bodies<L extends ApiLine>(line: L): Array<BodyOf<L>>;
}

/** A refusal as the server would send it. */
export function refusal(code: string, status = 409, params: Problem['params'] = {}): Problem {
  return new Problem({ code, status, params });
}

export function fakeServer(lines: Lines): FakeServer {
  const calls: Call[] = [];
  return {
    calls,
    lines,
    bodies: (line) => calls.filter((call) => call.line === line).map(({ body }) => body as never),
    async fetch(input, init) {
      const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input, location.href);
      const found = lineOf(Object.keys(lines), `${init?.method ?? 'GET'} ${pathname}`);
      if (!found) return problem(refusal('route.unknown', 404));
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      calls.push({ ...found, body });
      try {
        const work = lines[found.line as ApiLine] as (asked: unknown) => unknown;
        const reply = await work({ params: found.params, query: Object.fromEntries(searchParams), body });
        return reply === null ? new Response(null, { status: 204 }) : Response.json(reply);
      } catch (error) {
        if (error instanceof Problem) return problem(error);
        throw error;
      }
    },
  };
}

/** Stands for `EventSource`: `emit` is what the server would send to everybody. */
export class FakeEventSource extends EventTarget {
  static open: FakeEventSource[] = [];
  readonly CLOSED = 2;
  readyState = 1;

  constructor() {
    super();
    FakeEventSource.open.push(this);
  }

  close(): void {
    FakeEventSource.open = FakeEventSource.open.filter((one) => one !== this);
  }

  static emit(event: ServerEvent): void {
    for (const one of FakeEventSource.open)
      one.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));
  }

  static signal(type: 'open' | 'error'): void {
    for (const one of FakeEventSource.open) one.dispatchEvent(new Event(type));
  }
}

function lineOf(lines: readonly string[], asked: string): { line: string; params: Record<string, string> } | undefined {
  for (const line of lines) {
    const pattern = line.replace(/:([A-Za-z]+)/gu, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`, 'u').exec(asked);
    if (match) return { line, params: { ...match.groups } };
  }
  return undefined;
}

function problem({ code, status, params, current, blockers }: Problem): Response {
  const body = { type: 'about:blank', title: code, status, code, params, current, blockers };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}
