/**
 * Many decisions, sent a few hundred at a time: the server answers others in between, and one sees how far it has got.
 * Each has its own id, so what stopped half-way (a lost connection) goes on where it stopped, and nothing is done twice.
 */
import type { EditedMany } from '../../../server/contract/bulk-api.ts';

export type RefusedOne = EditedMany['refused'][number];

export interface BatchAnswer<R = RefusedOne> {
  readonly taken: number;
  readonly refused: readonly R[];
}

export interface BatchRun<R = RefusedOne> extends BatchAnswer<R> {
  /** How many are answered. */
  readonly done: number;
}

export const atRest: BatchRun<never> = { done: 0, taken: 0, refused: [] };

/** One request's worth: answered well within a second, journal and all. */
const batchSize = 200;

/** Sends what is not answered yet; tells after each batch how far it has got. Throws what `send` throws. */
export async function sendBatches<T, R = RefusedOne>(
  all: readonly T[],
  begun: BatchRun<R>,
  send: (batch: readonly T[]) => Promise<BatchAnswer<R>>,
  onProgress: (run: BatchRun<R>) => void,
): Promise<BatchRun<R>> {
  let run = begun;
  while (run.done < all.length) {
    const batch = all.slice(run.done, run.done + batchSize);
    const { taken, refused } = await send(batch);
    run = { done: run.done + batch.length, taken: run.taken + taken, refused: [...run.refused, ...refused] };
    onProgress(run);
  }
  return run;
}

/** The decisions of those that were not refused. */
export function takenOf(
  all: ReadonlyArray<{ readonly segmentId: string; readonly decisionId: string }>,
  refused: readonly RefusedOne[],
): string[] {
  const left = new Set(refused.map(({ segmentId }) => segmentId));
  return all.filter(({ segmentId }) => !left.has(segmentId)).map(({ decisionId }) => decisionId);
}
