/** Job events within one process: whoever listens hears, nobody waits, nothing is kept. */
import type { JobEvents, JobProgress } from '../ports.ts';

/** A bus without listeners. */
export function createJobEvents(): JobEvents {
  const listeners = new Set<(progress: JobProgress) => void>();
  return {
    publish(progress) {
      for (const listener of listeners) listener(progress);
    },
    subscribe(listener) {
      const own = (progress: JobProgress) => listener(progress);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
