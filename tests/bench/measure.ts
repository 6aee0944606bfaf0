/**
 * How a benchmark measures. Sides take turns, round by round, in one process, after a warm-up of each: what disturbs
 * the machine disturbs both, so ratios hold where times do not. A side that is too quick for the clock runs many times
 * in a round. Results are checked by the group before anything is timed.
 */

/** One round: milliseconds per operation. */
export type Round = () => number | Promise<number>;

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

const rounds = 9;
const warmUps = 2;
/** How often each side runs, warm-up included. */
export const roundsRun = warmUps + rounds;
/** A round of a quick operation lasts at least this long. */
const roundMs = 25;

/** Runs the sides in turn and gives each side's spread, in milliseconds per operation. */
export async function alternate<Side extends string>(
  sides: Readonly<Record<Side, Round>>,
): Promise<Record<Side, Spread>> {
  const names = Object.keys(sides) as Side[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of names) {
      globalThis.gc?.();
      const ms = await sides[name]();
      if (round >= 0) times.get(name)?.push(ms);
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, spreadOf(list)])) as Record<Side, Spread>;
}

/** A round of a synchronous operation, repeated until it lasts long enough. What it returns is kept from being optimised away. */
export function timed(operation: () => unknown): Round {
  let calls = 1;
  return () => {
    for (;;) {
      const ms = runFor(operation, calls);
      if (ms >= roundMs || calls > 1e7) return ms / calls;
      calls = Math.ceil(calls * Math.max(2, (roundMs * 1.2) / Math.max(ms, 0.01)));
    }
  };
}

/** A round of `calls` asynchronous operations, one after the other: the median of their times. */
export function awaited(calls: number, operation: () => Promise<unknown>): Round {
  return async () => {
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const start = performance.now();
      await operation();
      times.push(performance.now() - start);
    }
    return spreadOf(times).median;
  };
}

/** Throws where a result is not what it must be: a fast wrong answer is no answer. */
export function verify(claim: string, holds: boolean): void {
  if (!holds) throw new Error(`checked before timing, and not so: ${claim}`);
}

function runFor(operation: () => unknown, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) sink = operation();
  return performance.now() - start;
}

/** Holds the last result, so that no operation is without effect. */
export let sink: unknown;

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1) };
}
