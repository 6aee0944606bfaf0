/**
 * Reads imports in a thread of their own. 20 MB of hostile Markdown take a parser many seconds; on the server's only
 * thread everybody's saving would stand still for as long. A fresh thread for each read gives its memory back, carries
 * nothing over, and is simply ended when it has taken too long or when whoever asked is gone.
 *
 * One at a time, so that several cost no more memory than one; short texts never come here (`previewImport`). Rejected:
 * a pool of threads that stay (state to keep sound, for the tenth of a second that a start takes).
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { ImportReader, ReadingTask } from '../ports.ts';

export interface ReaderBounds {
  readonly milliseconds: number;
  /** Of what the thread keeps in its heap; the bytes it was given are not counted. */
  readonly megabytes: number;
}

const generous: ReaderBounds = { milliseconds: 30_000, megabytes: 512 };

/** A reader whose threads run `entry` (`server/import-thread.ts`). Refuses import.too-complex at its bounds. */
export function createThreadReader(entry: URL, bounds: ReaderBounds = generous): ImportReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: (order, signal) => inTurn({ article: order }, signal),
    readTranslation: (bytes, signal) => inTurn({ translation: bytes }, signal),
    readMemory: (bytes, signal) => inTurn({ memory: bytes }, signal),
    readTerms: (bytes, signal) => inTurn({ terms: bytes }, signal),
  };

  function inTurn<T>(task: ReadingTask, signal?: AbortSignal): Promise<T | Refusal> {
    const turn = last.then(() => readInThread<T>(entry, bounds, task, signal));
    last = turn.catch(() => undefined);
    return turn;
  }
}

async function readInThread<T>(
  entry: URL,
  { milliseconds, megabytes }: ReaderBounds,
  task: ReadingTask,
  signal?: AbortSignal,
): Promise<T | Refusal> {
  signal?.throwIfAborted();
  const tooLong = AbortSignal.timeout(milliseconds);
  const thread = new Worker(entry, {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  try {
    const [answer] = await once(thread, 'message', { signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong });
    return answer as T | Refusal;
  } catch (error) {
    signal?.throwIfAborted();
    if (tooLong.aborted || isOutOfMemory(error)) return refuse('import.too-complex');
    throw error;
  } finally {
    await thread.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
