/**
 * The thread in which long files are read: started with a task, answers once, ends. Who starts it sets its bounds
 * (`adapters/reader-thread.ts`).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readMemory, readTerms } from './app/read-exchange.ts';
import { readImport } from './app/read-import.ts';
import { readTranslation } from './app/read-translation.ts';
import type { ReadingTask } from './ports.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, no window
parentPort?.postMessage(answerTo(workerData as ReadingTask));

function answerTo(task: ReadingTask) {
  if ('article' in task) return readImport(task.article);
  if ('translation' in task) return readTranslation(task.translation);
  return 'memory' in task ? readMemory(task.memory) : readTerms(task.terms);
}
