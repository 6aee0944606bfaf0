/**
 * The job queue of one process: a few jobs at a time, the others wait their turn. It keeps nothing: which jobs there
 * are is read from the decisions at each start. A few, because every job speaks to a vendor that counts requests; not
 * one, because a job that waits for a busy vendor should not hold up a document that is drafted by another.
 */
import type { JobQueue } from '../ports.ts';

const atOnce = 3;

type Work = (signal: AbortSignal) => Promise<void>;

/** `onFault` hears of work that failed for another reason than being ended; such a job goes on at the next start. */
export function createLocalQueue(onFault: (jobId: string, error: unknown) => void): JobQueue {
  const waiting = new Map<string, Work>();
  const running = new Map<string, AbortController>();
  let waitForIdle = Promise.withResolvers<void>();
  let isClosed = false;

  async function run(jobId: string, work: Work): Promise<void> {
    const controller = new AbortController();
    running.set(jobId, controller);
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) onFault(jobId, error);
    } finally {
      running.delete(jobId);
      runNext();
    }
  }

  function runNext(): void {
    for (const [jobId, work] of waiting) {
      if (running.size >= atOnce) return;
      waiting.delete(jobId);
      void run(jobId, work);
    }
    if (running.size > 0) return;
    waitForIdle.resolve();
    waitForIdle = Promise.withResolvers<void>();
  }

  function idle(): Promise<void> {
    return running.size === 0 && waiting.size === 0 ? Promise.resolve() : waitForIdle.promise;
  }

  return {
    idle,

    start(jobId, work) {
      if (isClosed || running.has(jobId) || waiting.has(jobId)) return;
      waiting.set(jobId, work);
      runNext();
    },

    cancel(jobId) {
      waiting.delete(jobId);
      running.get(jobId)?.abort(new Error('the job was cancelled'));
    },

    async close() {
      isClosed = true;
      waiting.clear();
      for (const controller of running.values()) controller.abort(new Error('the server is closing'));
      await idle();
    },
  };
}
