/**
 * When the open text is checked: a moment after the last key, elsewhere than where somebody types (`runner.ts`). What is
 * asked while an answer is under way waits for it; what is overtaken is never asked, and its answer never told. So at most
 * one text is being checked at a time, and nobody is ever told of a text that has moved on.
 */
import type { CheckAnswer, CheckInput, Termbase } from './check-now.ts';

/** Gives what is found in a segment. */
export type Runner = (input: CheckInput, termbase: Termbase) => Promise<CheckAnswer>;

/** What was found, and in what. */
export interface Checked extends CheckAnswer {
  readonly input: CheckInput;
}

export interface Checking {
  /** Has a segment checked, in place of what was asked before: after a pause, or as soon as may be. */
  readonly ask: (input: CheckInput, termbase: Termbase, when: 'after-pause' | 'soon') => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

/** So long after the last key the text is checked. */
const pauseMs = 200;

export function openChecking(run: Runner, tell: (checked: Checked) => void): Checking {
  let wanted: { readonly input: CheckInput; readonly termbase: Termbase } | undefined;
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<void> {
    const asked = wanted;
    if (isRunning || asked === undefined) return;
    isRunning = true;
    const answer = await run(asked.input, asked.termbase).catch(() => undefined);
    isRunning = false;
    if (asked !== wanted) await check();
    else if (answer) tell({ input: asked.input, ...answer });
  }

  return {
    ask(input, termbase, when) {
      // What is under way is overtaken at once, also while the next text rests.
      wanted = undefined;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          wanted = { input, termbase };
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
