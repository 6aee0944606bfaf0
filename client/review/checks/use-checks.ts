/**
 * What the checks find in the open text, kept up to date as somebody types. What is shown is the last that was found, until
 * the next is: a line that emptied at each key would flicker. Whoever acts on it asks for the findings of this very text.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { checkNow, type CheckInput, type Termbase } from './check-now.ts';
import { openChecking, type Checked, type Checking } from './checking.ts';
import { runChecks } from './runner.ts';

export interface Checks {
  /** Of the open segment, perhaps of a text that has moved on since; undefined before the first answer. */
  readonly checked: Checked | undefined;
  /** Of the text as it is. */
  readonly now: () => Checked;
  /** What comes next is checked at once: it is no key of many. */
  readonly hurry: () => void;
}

/** Both are the same for as long as nothing in them has changed. */
export function useChecks(input: CheckInput, termbase: Termbase): Checks {
  const [known, setKnown] = useState<Checked>();
  const checking = useRef<Checking>(undefined);
  const asked = useRef<CheckInput>(undefined);
  const hurries = useRef(false);
  useEffect(() => {
    checking.current = openChecking(runChecks, setKnown);
    asked.current = undefined;
    return () => checking.current?.stop();
  }, []);
  useEffect(() => {
    // Somebody types where the text alone differs; what is opened is shown with its findings.
    const isTyped = asked.current?.segmentId === input.segmentId && !hurries.current;
    asked.current = input;
    hurries.current = false;
    checking.current?.ask(input, termbase, isTyped ? 'after-pause' : 'soon');
  }, [input, termbase]);
  return useMemo(
    () => ({
      checked: known?.input.segmentId === input.segmentId ? known : undefined,
      now: () => (known?.input === input ? known : { input, ...checkNow(input) }),
      hurry: () => void (hurries.current = true),
    }),
    [known, input],
  );
}
