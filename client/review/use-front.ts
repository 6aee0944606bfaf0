/**
 * What stands in front of the desk: the command palette, the list of shortcuts. A command that is chosen there runs when it
 * is gone: until then it holds the focus, and a text is changed where the focus is.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Front } from './commands.ts';

export interface FrontState {
  readonly front: Front | undefined;
  readonly show: (front: Front) => void;
  /** `then` is done as soon as nothing stands in front any more. */
  readonly close: (then?: () => void) => void;
}

export function useFront(): FrontState {
  const [front, setFront] = useState<Front>();
  const after = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    if (front !== undefined) return;
    const then = after.current;
    after.current = undefined;
    then?.();
  }, [front]);
  const close = useCallback((then?: () => void) => {
    after.current = then;
    setFront(undefined);
  }, []);
  return { front, show: setFront, close };
}
