/**
 * When the open text is checked: a moment after the last key, elsewhere than where somebody types (`runner.ts`). What is
 * asked while an answer is under way waits for it; what is overtaken is never asked, and its answer never told. So at most
 * one text is being checked at a time, and nobody is ever told of a text that has moved on.
 */
import type { Finding } from '../../../server/domain/checks/check.ts';
import type { SubjectInput } from '../../../server/domain/checks/subject.ts';

/** Gives what the checks find in a segment. */
export type Runner = (input: SubjectInput) => Promise<readonly Finding[]>;

/** What was found, and in what. */
export interface Checked {
  readonly input: SubjectInput;
  readonly findings: readonly Finding[];
}

export interface Checking {
  /** Has a segment checked, in place of what was asked before: after a pause, or as soon as may be. */
  readonly ask: (input: SubjectInput, when: 'after-pause' | 'soon') => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

/** So long after the last key the text is checked. */
const pauseMs = 200;

export function openChecking(run: Runner, tell: (checked: Checked) => void): Checking {
  let wanted: SubjectInput | undefined;
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<void> {
    const input = wanted;
    if (isRunning || input === undefined) return;
    isRunning = true;
    const findings = await run(input).catch(() => undefined);
    isRunning = false;
    if (input !== wanted) await check();
    else if (findings) tell({ input, findings });
  }

  return {
    ask(input, when) {
      // What is under way is overtaken at once, also while the next text rests.
      wanted = undefined;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          wanted = input;
          void check();
        },
        when === 'soon' ? 0 : pauseMs,
      );
    },
    stop() {
      wanted = undefined;
      clearTimeout(timer);
    },
  };
}
