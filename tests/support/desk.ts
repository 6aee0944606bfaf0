/**
 * The real application over a memory store, reached by `inject`: for everything that HTTP promises. `desk.call` speaks
 * the contract as the command line does; `desk.inject` sends whatever a test wants to send.
 */
import type { InjectOptions, Response } from 'light-my-request';
import { createJobEvents } from '../../server/adapters/job-events.ts';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createLeases } from '../../server/adapters/leases-memory.ts';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { demoProvider } from '../../server/adapters/provider-demo.ts';
import { createLocalQueue } from '../../server/adapters/queue-local.ts';
import { randomIds } from '../../server/adapters/random-ids.ts';
import { openSessions } from '../../server/adapters/sessions.ts';
import { createMemorySink } from '../../server/adapters/sink-memory.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import { readMemory, readTerms } from '../../server/app/read-exchange.ts';
import { readImport } from '../../server/app/read-import.ts';
import { readTranslation } from '../../server/app/read-translation.ts';
import { rememberApproved } from '../../server/app/search-memory.ts';
import { followWaiting } from '../../server/app/waiting-targets.ts';
import { api, type ApiLine, type BodyOf, type ParamsOf, type ReplyOf } from '../../server/contract/api.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { buildApp } from '../../server/http/app.ts';
import type { World } from '../../server/ports.ts';
import { noPress } from './press.ts';
import { noDeliveries } from './deliveries.ts';
import { someThemes } from './editions.ts';

export const origin = 'http://127.0.0.1:3000';
export const localToken = 'local-token-of-a-test';

export type Desk = Awaited<ReturnType<typeof aDesk>>;

/** A world in memory, of which a test may replace parts. */
export async function aWorld(parts: Partial<World> = {}): Promise<World> {
  const store = parts.store ?? createMemoryStore(sha256Short);
  return {
    store,
    reader: {
      read: async (order) => readImport(order),
      readTranslation: async (bytes) => readTranslation(bytes),
      readMemory: async (bytes) => readMemory(bytes),
      readTerms: async (bytes) => readTerms(bytes),
    },
    providers: new Map([['demo', demoProvider()]]),
    defaultProvider: 'demo',
    memory: rememberApproved(store, sha256Short),
    queue: createLocalQueue((jobId, error) => {
      throw new Error(`job ${jobId} met a fault`, { cause: error });
    }),
    events: createJobEvents(),
    waiting: followWaiting(store, sha256Short, () => undefined),
    claims: createLeases({ clock: parts.clock ?? systemClock, ttlMs: 600_000 }),
    presence: createLeases({ clock: parts.clock ?? systemClock, ttlMs: 30_000, shared: true }),
    sink: createMemorySink(),
    site: { name: 'Test', address: 'http://127.0.0.1:3001/', previews: 'http://127.0.0.1:3001/' },
    press: noPress,
    themes: someThemes,
    deliveries: noDeliveries,
    previews: createPreviews(systemClock),
    sessions: await openSessions({ clock: systemClock, memberId: 'operator' }),
    members: async () => [
      { memberId: 'operator', name: 'operator' },
      { memberId: 'noa', name: 'נועה לוי' },
    ],
    clock: systemClock,
    newId: randomIds,
    hash: sha256Short,
    report: (error, what) => {
      throw new Error(what, { cause: error });
    },
    ...parts,
  };
}

export async function aDesk(parts: Partial<World> = {}, origins: readonly string[] = [origin]) {
  const world = await aWorld(parts);
  const app = await buildApp(world, {
    origins,
    localToken,
    version: '0.0.0',
    logLevel: 'silent',
    previewsOrigin: 'http://127.0.0.1:3001',
    linkUrl: (token) => `${origin}/sign-in#token=${token}`,
  });
  const bearer = { host: '127.0.0.1:3000', authorization: `Bearer ${localToken}` };

  return {
    world,
    app,
    /** Sends a request as it is; only the host is filled in. */
    inject: (options: InjectOptions): Promise<Response> =>
      app.inject({ ...options, headers: { host: bearer.host, ...options.headers } }),

    /** Calls a row of the contract as this machine's command line. */
    async call<L extends ApiLine>(
      line: L,
      parts: CallParts<L> = {},
    ): Promise<{ status: number; reply: ReplyOf<L>; text: string }> {
      const [method = '', template = ''] = line.split(' ');
      const params = (parts.params ?? {}) as Record<string, string>;
      const response = await app.inject({
        method: method as 'GET',
        url: template.replace(/:([a-zA-Z]+)/g, (_, name: string) => params[name] ?? ''),
        headers: bearer,
        ...(parts.query && { query: parts.query }),
        ...(parts.body !== undefined && { payload: parts.body }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      if (isJson && response.statusCode >= 400) checkListed(line, response.json<Problem>());
      return {
        status: response.statusCode,
        reply: (isJson ? response.json() : null) as ReplyOf<L>,
        text: response.payload,
      };
    },

    async close(): Promise<void> {
      await app.close();
      for (const leases of [world.claims, world.presence]) leases.close();
      await world.queue.close();
      await world.store.close();
    },
  };
}

export interface CallParts<L extends ApiLine> {
  params?: ParamsOf<L>;
  query?: Record<string, string>;
  body?: BodyOf<L>;
}

/** What a row refuses stands in the contract, but for what any row may: a request out of shape, who asks, the disk. */
function checkListed(line: ApiLine, { code }: Problem): void {
  const listed: readonly string[] = api[line].refusals;
  if (listed.includes(code) || /^(?:request|session|store|server)\./u.test(code)) return;
  throw new Error(`${line} refuses ${code}, which its row of the contract does not name`);
}
