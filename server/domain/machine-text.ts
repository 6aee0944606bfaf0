/**
 * Machine text that no person has changed. Reading, approving or returning a text changes nothing in it: it stays
 * untouched until somebody edits it, and an edit makes its origin a person (`workflow.ts`). The desk's filter, the
 * warning before a bulk approval and statistics all mean this.
 */
import type { Target } from './document.ts';

/** Whether a text stands as a machine wrote it. Text from the memory was a person's once, so it is none. */
export function isUntouchedMachineText({ origin }: Pick<Target, 'origin'>): boolean {
  return origin?.type === 'mt';
}

/**
 * The share of untouched machine text from which approving many at once is warned of. A judgement, not a measurement:
 * a post-editor of Hebrew or Arabic who reads every sentence leaves a good part of them alone, and hardly a third;
 * above that, the set has more likely not been read. It only warns: a text may be that good.
 */
export const alarmingMachineShare = 0.3;
