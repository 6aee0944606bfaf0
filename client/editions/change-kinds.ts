/** What kind of change a paragraph of a comparison is, and how many there are of each. Pure. */
import type { EditionChanges } from '../../server/contract/publishing-api.ts';

export type EditionChange = EditionChanges['rows'][number];

export type ChangeKind = 'changed' | 'new' | 'removed';

/** The counts in the order in which they are told. */
export const changeKinds = ['changed', 'new', 'removed'] as const satisfies readonly ChangeKind[];

export function kindOf({ before, after }: EditionChange): ChangeKind {
  if (before === undefined) return 'new';
  return after === undefined ? 'removed' : 'changed';
}

export function countsOf(changes: readonly EditionChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { changed: 0, new: 0, removed: 0 };
  for (const change of changes) counts[kindOf(change)] += 1;
  return counts;
}
