/**
 * When somebody is faster between what was read and what is committed: many decisions at once are then judged again on the
 * newest state, instead of being refused for one of them.
 */
import type { RefusalCode } from '../domain/errors.ts';

/** So often is judged again before the whole is refused: each time somebody else was faster. */
export const patience = 5;

/** How a commit says that what it was judged on has moved: a text, the source, or what was dismissed. */
export const overtaken: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'target.stale',
  'target.state',
  'target.human',
  'edition.stale',
  'check.open',
]);
