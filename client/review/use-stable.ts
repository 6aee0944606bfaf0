/** The same function for as long as a component lives, calling the newest one: what is given it need not be drawn again. */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useStable<A extends readonly unknown[]>(work: (...given: A) => void): (...given: A) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
