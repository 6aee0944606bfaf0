/** The queue of one process: turns, cancelling, closing, and work that fails. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLocalQueue } from '../../server/adapters/queue-local.ts';
import type { JobQueue } from '../../server/ports.ts';

let queue: JobQueue;
let faults: Array<[string, unknown]>;
let started: string[];
let finish: Map<string, () => void>;

beforeEach(() => {
  faults = [];
  started = [];
  finish = new Map();
  queue = createLocalQueue((jobId, error) => faults.push([jobId, error]));
});

/** Work that ends when the test says so, or when it is aborted. */
function start(jobId: string): void {
  queue.start(jobId, (signal) => {
    started.push(jobId);
    return new Promise((resolve, reject) => {
      finish.set(jobId, resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  });
}

describe('the local queue', () => {
  it('runs three at a time, the others in turn', async () => {
    for (const jobId of ['a', 'b', 'c', 'd', 'e']) start(jobId);
    expect(started).toEqual(['a', 'b', 'c']);
    finish.get('b')?.();
    await Promise.resolve().then(() => new Promise(setImmediate));
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    await queue.close();
  });

  it('does not start a job that runs or waits', async () => {
    for (const jobId of ['a', 'b', 'c', 'a', 'd', 'd']) start(jobId);
    finish.get('a')?.();
    finish.get('b')?.();
    await new Promise(setImmediate);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    await queue.close();
  });

  it('is idle at once when empty, and again when all has ended', async () => {
    await queue.idle();
    start('a');
    let isIdle = false;
    const idle = queue.idle().then(() => (isIdle = true));
    await new Promise(setImmediate);
    expect(isIdle).toBe(false);
    finish.get('a')?.();
    expect(await idle).toBe(true);
  });

  it('aborts a job that is cancelled and drops one that waits, without calling it a fault', async () => {
    for (const jobId of ['a', 'b', 'c', 'd']) start(jobId);
    for (const jobId of ['d', 'a', 'unknown']) queue.cancel(jobId);
    finish.get('b')?.();
    finish.get('c')?.();
    await queue.idle();
    expect(started).toEqual(['a', 'b', 'c']);
    expect(faults).toEqual([]);
  });

  it('tells of work that failed and goes on', async () => {
    const error = new Error('a bug');
    queue.start('bad', () => Promise.reject(error));
    await queue.idle();
    expect(faults).toEqual([['bad', error]]);
    start('good');
    expect(started).toEqual(['good']);
    await queue.close();
  });

  it('closes when all has stopped, and takes no more', async () => {
    for (const jobId of ['a', 'b', 'c', 'd']) start(jobId);
    await queue.close();
    start('late');
    expect(started).toEqual(['a', 'b', 'c']);
    expect(faults).toEqual([]);
    await queue.idle();
  });
});
