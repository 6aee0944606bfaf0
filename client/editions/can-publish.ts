/** Whether an editor can publish now, and what is in the way. Pure: the server decides again. */
import type { EditionView } from '../../server/contract/editions-api.ts';

type Asked = Pick<EditionView, 'blockers' | 'live' | 'changedSinceLive' | 'plan'>;

/** Whether a plan holds the edition back for others. One of its own alone does not: publishing by hand ends it. */
export function isHeld(plan: EditionView['plan']): boolean {
  return plan !== undefined && plan.locales.length !== 1;
}

/** What keeps the draft from readers: a plan with others, texts that are not ready, or that readers have it already. */
export function obstacleOf({ blockers, live, changedSinceLive, plan }: Asked) {
  if (isHeld(plan)) return 'held';
  if (blockers.length > 0) return 'blocked';
  return live !== undefined && !changedSinceLive ? 'unchanged' : undefined;
}

export function canPublish(edition: Asked): boolean {
  return obstacleOf(edition) === undefined;
}
