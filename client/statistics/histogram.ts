/** How far texts are from their drafts, in eleven ranges: not changed at all, then each tenth. Pure. */
import type { OutcomeView } from '../../server/contract/statistics-api.ts';

export interface Bin {
  /** In hundredths; both 0 for what was not changed. */
  readonly from: number;
  readonly to: number;
  readonly outcomes: readonly OutcomeView[];
}

/** The ranges in order, empty ones among them; what had no draft is in none. */
export function binsOf(outcomes: readonly OutcomeView[]): readonly Bin[] {
  const bins = Array.from({ length: 11 }, (): OutcomeView[] => []);
  for (const outcome of outcomes) {
    if (outcome.distance) bins[Math.ceil(outcome.distance.ped * 10)]?.push(outcome);
  }
  return bins.map((inside, i) => ({ from: Math.max(i - 1, 0) * 10, to: i * 10, outcomes: inside }));
}
