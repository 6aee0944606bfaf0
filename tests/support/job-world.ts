/**
 * A world for translation jobs: the store in memory, a provider that a test scripts, a clock that never waits and
 * remembers how long it was asked to.
 */
import { sha256Short } from '../../server/adapters/hash.ts';
import { createJobEvents } from '../../server/adapters/job-events.ts';
import { createLocalQueue } from '../../server/adapters/queue-local.ts';
import { randomIds } from '../../server/adapters/random-ids.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import type { JobWorld } from '../../server/app/job-commits.ts';
import { rememberApproved } from '../../server/app/search-memory.ts';
import type { DocumentState, FaultCode, Segment } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import type {
  JobProgress,
  Store,
  TranslationProvider,
  TranslationRequest,
  TranslationResult,
} from '../../server/ports.ts';
import { aSegment, aSource, importedDecision } from './builders.ts';

/** Answers the nth request (from 1); without an answer the texts are translated. */
export type Script = (request: TranslationRequest, call: number) => TranslationResult[] | Promise<TranslationResult[]>;

export interface ScriptedProvider extends TranslationProvider {
  readonly requests: TranslationRequest[];
}

export interface TestWorld extends JobWorld {
  readonly provider: ScriptedProvider;
  /** What the clock was asked to wait, in milliseconds. */
  readonly slept: number[];
  readonly told: JobProgress[];
  readonly crashes: unknown[];
}

/** A translation that anybody recognises, codes and all. */
export function translated({ items }: TranslationRequest): TranslationResult[] {
  return items.map(({ text, codes }) => ({ content: { text: `ת ${text}`, codes }, model: 'scripted-1', billed: 1 }));
}

/** A fault as one item's result. */
export function fault(code: FaultCode, retryAfterMs?: number): TranslationResult {
  const retryable = code !== 'provider.quota' && code !== 'provider.refused';
  return { fault: { code, retryable }, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** The same fault for every item. */
export function faulty({ items }: TranslationRequest, code: FaultCode, retryAfterMs?: number): TranslationResult[] {
  return items.map(() => fault(code, retryAfterMs));
}

/** Waits for what never comes, as a server that never answers, until the signal fires. */
export function never({ signal }: TranslationRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

export function aJobWorld(script: Script = translated, store: Store = createMemoryStore(sha256Short)): TestWorld {
  const requests: TranslationRequest[] = [];
  const provider: ScriptedProvider = {
    id: 'scripted',
    requests,
    supports: (from, to) => from !== to && to !== 'en',
    describe: async () => ({}),
    async translate(request) {
      requests.push(request);
      return script(request, requests.length);
    },
  };
  const slept: number[] = [];
  const told: JobProgress[] = [];
  const crashes: unknown[] = [];
  const events = createJobEvents();
  events.subscribe((progress) => told.push(progress));
  return {
    store,
    provider,
    providers: new Map([[provider.id, provider]]),
    defaultProvider: provider.id,
    memory: rememberApproved(store, sha256Short),
    queue: createLocalQueue((_jobId, error) => crashes.push(error)),
    events,
    newId: randomIds,
    hash: sha256Short,
    slept,
    told,
    crashes,
    clock: {
      now: () => '2026-01-01T00:00:00.000Z',
      async sleep(ms, signal) {
        slept.push(ms);
        signal?.throwIfAborted();
      },
    },
  };
}

/** The same store after a restart: everything else is new. */
export function restarted(world: TestWorld, script: Script = translated): TestWorld {
  return aJobWorld(script, world.store);
}

/** Paragraphs `Text 0.`, `Text 1.`, …, the first being the title. */
export function numbered(count: number): Segment[] {
  return Array.from({ length: count }, (_, at) =>
    aSegment({ kind: at === 0 ? 'title' : 'paragraph', text: `Text ${at}.` }),
  );
}

/** Imports a document with these segments. */
export async function given(world: TestWorld, segments: readonly Segment[] = numbered(3)): Promise<DocumentState> {
  const decision = importedDecision({ source: aSource({ segments }) });
  accepted(await world.store.commit({ stream: decision.documentId, decisions: [decision] }));
  return present(world, decision.documentId);
}

/** The document as it stands. */
export async function present(world: TestWorld, documentId: string): Promise<DocumentState> {
  const document = await world.store.document(documentId);
  if (document === undefined) throw new Error(`no document ${documentId}`);
  return document;
}
