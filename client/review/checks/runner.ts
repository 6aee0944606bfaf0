/**
 * Where checks run: in a thread beside the page, so that no key waits for them however long the paragraph; in the page
 * itself where no thread can be had, or where it fails.
 */
import { checkNow, type CheckAnswer, type CheckInput, type Termbase } from './check-now.ts';
import type { Runner } from './checking.ts';

export interface Question {
  readonly n: number;
  readonly input: CheckInput;
  /** Where it is another than with the question before. */
  readonly termbase?: Termbase;
}
export interface Answer {
  readonly n: number;
  readonly answer: CheckAnswer;
}

/** What a thread is asked by and answers with. */
export type CheckThread = Pick<Worker, 'postMessage' | 'addEventListener'>;

interface Asked {
  readonly input: CheckInput;
  readonly termbase: Termbase;
  readonly answer: (answer: CheckAnswer | Promise<CheckAnswer>) => void;
}

/** `open` throws where threads are forbidden. */
export function openRunner(open: () => CheckThread): Runner {
  const asked = new Map<number, Asked>();
  let asks = 0;
  let thread: CheckThread | undefined;
  let known: Termbase | undefined;

  /** From now on here, beginning with what it has not answered. */
  function giveUp(): void {
    thread = undefined;
    for (const { input, termbase, answer } of asked.values()) answer(here(input, termbase));
    asked.clear();
  }
  try {
    thread = open();
    thread.addEventListener('error', giveUp);
    thread.addEventListener('message', (event) => {
      const { n, answer } = (event as MessageEvent<Answer>).data;
      asked.get(n)?.answer(answer);
      asked.delete(n);
    });
  } catch {
    thread = undefined;
  }

  return (input, termbase) => {
    if (!thread) return here(input, termbase);
    const { promise, resolve: answer } = Promise.withResolvers<CheckAnswer>();
    asks += 1;
    asked.set(asks, { input, termbase, answer });
    const question: Question = { n: asks, input, ...(termbase !== known && { termbase }) };
    known = termbase;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin to name
    thread.postMessage(question);
    return promise;
  };
}

function here(input: CheckInput, termbase: Termbase): Promise<CheckAnswer> {
  return Promise.resolve(input).then((one) => checkNow(one, termbase));
}

let own: Runner | undefined;

/** The one of this page, opened when it is first needed. */
export const runChecks: Runner = (input, termbase) => {
  own ??= openRunner(() => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }));
  return own(input, termbase);
};
