/**
 * The thread in which long articles are read: started with an order, answers once, ends. Who starts it sets its bounds
 * (`adapters/reader-thread.ts`).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readImport } from './app/read-import.ts';
import type { PreviewOrder } from './ports.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, no window
parentPort?.postMessage(readImport(workerData as PreviewOrder));
