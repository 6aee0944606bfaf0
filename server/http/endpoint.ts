/**
 * Binds each row of the contract to its handler: route, validation, permission, serialisation. A handler gives the
 * reply of its row or a refusal; it never sees a request that the row does not describe.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  api,
  type Api,
  type ApiLine,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '../contract/api.ts';
import { nothing, raw, type Endpoint } from '../contract/endpoint.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Session, World } from '../ports.ts';
import { checkOrigin, checkPermission, sessionOf, type Identity } from './guard.ts';
import { sendRefusal } from './problems.ts';

export interface Call<L extends ApiLine> {
  readonly params: ParamsOf<L>;
  readonly query: QueryOf<L>;
  readonly body: BodyOf<L>;
  /** Who calls; `anyone` for endpoints that need nobody. */
  readonly by: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Rows whose answer is not JSON write it themselves. */
type WritesItself = {
  [L in ApiLine]: Api[L]['reply'] extends typeof raw ? L : never;
}[ApiLine];

/** Rows that may answer with a file write that themselves too. */
type MayWrite<L extends ApiLine> = Api[L] extends { readonly alsoFile: true } ? FastifyReply : never;

/** A reply may be made of the domain's readonly values: it is written, not changed. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type Handler<L extends ApiLine> = (
  call: Call<L>,
) => Promise<(L extends WritesItself ? FastifyReply : Frozen<ReplyOf<L>> | MayWrite<L>) | Refusal>;

export type Handlers<L extends ApiLine = ApiLine> = { readonly [K in L]: Handler<K> };

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null;
  }
}

/** Registers every row. A row without a handler does not compile. */
export function registerEndpoints(app: FastifyInstance, world: World, identity: Identity, handlers: Handlers): void {
  app.decorateRequest('session', null);
  for (const line of Object.keys(api) as ApiLine[]) registerEndpoint(app, world, identity, line, handlers[line]);
}

/**
 * Fires when the caller is gone before the answer, so that long work for nobody ends. (Fastify's `request.signal` watches
 * the request, which has ended by the time its body is read.)
 */
export function departureOf({ raw }: FastifyReply): AbortSignal {
  const departure = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) departure.abort();
  });
  return departure.signal;
}

function registerEndpoint(
  app: FastifyInstance,
  world: World,
  identity: Identity,
  line: ApiLine,
  handler: unknown,
): void {
  const endpoint: Endpoint = api[line];
  const [method = '', url = ''] = line.split(' ');
  app.route({
    method,
    url,
    ...(endpoint.bodyLimit !== undefined && { bodyLimit: endpoint.bodyLimit }),
    schema: schemaOf(endpoint),
    onRequest: async (request, reply) => {
      // Where anybody may come nobody is looked up: a page that asks for health all night is no use of a session.
      const isOpen = endpoint.needs.action === 'anyone';
      const session = isOpen ? undefined : await sessionOf(request, world.sessions, identity);
      const refusal = checkOrigin(request, identity) ?? checkPermission(session, endpoint.needs);
      request.session = session ?? null;
      return refusal && sendRefusal(reply, refusal);
    },
    handler: async (request, reply) => {
      const call = { params: request.params, query: request.query, body: request.body, request, reply };
      // The one cast: the row's schemas have just been checked against exactly these values.
      const answer = await (handler as Handler<ApiLine>)({
        ...call,
        by: request.session?.memberId ?? 'anyone',
      } as Call<ApiLine>);
      if (isRefusal(answer)) return sendRefusal(reply, answer);
      if (endpoint.reply === nothing) return reply.code(204).send();
      return answer;
    },
  });
}

function schemaOf({ summary, params, query, body, reply }: Endpoint): Record<string, unknown> {
  const isJson = reply !== nothing && reply !== raw;
  return {
    summary,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(isJson && { response: { 200: reply } }),
  };
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}
