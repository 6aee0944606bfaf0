/** A clock that a test moves: whoever sleeps is woken when it passes their hour. */
import type { Clock } from '../../server/ports.ts';

export interface FakeClock extends Clock {
  /** Moves on, and lets everything happen that was to happen meanwhile. */
  pass(ms: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function aClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  return {
    now: () => new Date(now).toISOString(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper: Sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal.reason);
        });
      }),
    async pass(ms) {
      const end = now + ms;
      for (let next = nextOf(sleepers, end); next; next = nextOf(sleepers, end)) {
        now = next.at;
        const { wake } = next;
        sleepers = sleepers.filter((one) => one.wake !== wake);
        wake();
        await settled();
      }
      now = end;
      await settled();
    },
  };
}

function nextOf(sleepers: readonly Sleeper[], end: number): Sleeper | undefined {
  return sleepers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];
}

/** After everything that waits for nothing but its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
