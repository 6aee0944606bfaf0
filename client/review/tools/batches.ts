/**
 * Many decisions, sent a few hundred at a time: the server answers others in between, and one sees how far it has got.
 * Each has its own id, so what stopped half-way (a lost connection) goes on where it stopped, and nothing is done twice.
 */
import type { EditedMany } from '../../../server/contract/schemas.ts';

export type RefusedOne = EditedMany['refused'][number];

export interface BatchAnswer {
  readonly taken: number;
  readonly refused: readonly RefusedOne[];
}

export interface BatchRun extends BatchAnswer {
  /** How many are answered. */
  readonly done: number;
}

export const atRest: BatchRun = { done: 0, taken: 0, refused: [] };

/** One request's worth: answered well within a second, journal and all. */
const batchSize = 200;

/** Sends what is not answered yet; tells after each batch how far it has got. Throws what `send` throws. */
export async function sendBatches<T>(
  all: readonly T[],
  begun: BatchRun,
  send: (batch: readonly T[]) => Promise<BatchAnswer>,
  onProgress: (run: BatchRun) => void,
): Promise<BatchRun> {
  let run = begun;
  while (run.done < all.length) {
    const batch = all.slice(run.done, run.done + batchSize);
    const { taken, refused } = await send(batch);
    run = { done: run.done + batch.length, taken: run.taken + taken, refused: [...run.refused, ...refused] };
    onProgress(run);
  }
  return run;
}
