/**
 * The thread in which long files are read: started with a task, answers once, ends. Who starts it sets its bounds
 * (`adapters/reader-thread.ts`).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readImport } from './app/read-import.ts';
import { readTranslation } from './app/read-translation.ts';
import type { PreviewOrder } from './ports.ts';

/** An article, or the bytes of a translation file. */
const task = workerData as { readonly article: PreviewOrder } | { readonly translation: Uint8Array };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, no window
parentPort?.postMessage('article' in task ? readImport(task.article) : readTranslation(task.translation));
