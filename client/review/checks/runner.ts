/**
 * Where checks run: in a thread beside the page, so that no key waits for them however long the paragraph; in the page
 * itself where no thread can be had, or where it fails.
 */
import type { Finding } from '../../../server/domain/checks/check.ts';
import type { SubjectInput } from '../../../server/domain/checks/subject.ts';
import { checkNow } from './check-now.ts';
import type { Runner } from './checking.ts';

type Findings = readonly Finding[] | Promise<readonly Finding[]>;

export interface Question {
  readonly n: number;
  readonly input: SubjectInput;
}
export interface Answer {
  readonly n: number;
  readonly findings: readonly Finding[];
}

/** What a thread is asked by and answers with. */
export type CheckThread = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** `open` throws where threads are forbidden. */
export function openRunner(open: () => CheckThread): Runner {
  const asked = new Map<number, { readonly input: SubjectInput; readonly answer: (findings: Findings) => void }>();
  let asks = 0;
  let thread: CheckThread | undefined;

  /** From now on here, beginning with what it has not answered. */
  function giveUp(): void {
    thread = undefined;
    for (const { input, answer } of asked.values()) answer(here(input));
    asked.clear();
  }
  try {
    thread = open();
    thread.addEventListener('error', giveUp);
    thread.addEventListener('message', (event) => {
      const { n, findings } = (event as MessageEvent<Answer>).data;
      asked.get(n)?.answer(findings);
      asked.delete(n);
    });
  } catch {
    thread = undefined;
  }

  return (input) => {
    if (!thread) return here(input);
    const { promise, resolve: answer } = Promise.withResolvers<readonly Finding[]>();
    asks += 1;
    asked.set(asks, { input, answer });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin to name
    thread.postMessage({ n: asks, input } satisfies Question);
    return promise;
  };
}

function here(input: SubjectInput): Promise<readonly Finding[]> {
  return Promise.resolve(input).then(checkNow);
}

let own: Runner | undefined;

/** The one of this page, opened when it is first needed. */
export const runChecks: Runner = (input) => {
  own ??= openRunner(() => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }));
  return own(input);
};
