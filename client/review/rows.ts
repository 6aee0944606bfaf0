/**
 * Which rows the desk shows, and where "next" leads. Pure functions over the server's rows: the filters are one table,
 * from which the chips, their counts and the list are all made.
 */
import type { SegmentRow, TargetView } from '../../server/contract/schemas.ts';
import { states, type State } from '../../server/domain/document.ts';

/** A row that has something to work on. */
export type WorkRow = SegmentRow & { readonly target: TargetView };

/** To add a filter: a row here and its word in `review.filter-*`. */
export const filters = {
  all: () => true,
  open: isOpen,
  untranslated: ({ state }) => state === 'untranslated',
  translated: ({ state }) => state === 'translated',
  reviewed: ({ state }) => state === 'reviewed',
  approved: ({ state }) => state === 'approved',
  outdated: ({ outdated }) => outdated,
  returned: ({ returned }) => returned !== undefined,
  failed: ({ fault }) => fault !== undefined,
  codes: ({ codeFaults, state }) => state !== 'untranslated' && codeFaults.length > 0,
} as const satisfies Record<string, (target: TargetView) => boolean>;

export type FilterName = keyof typeof filters;
export const filterNames = Object.keys(filters) as FilterName[];

/** Something is still to be done before an edition can carry it. */
export function isOpen(target: TargetView): boolean {
  return target.state !== 'approved' || target.outdated;
}

export function isWork(row: SegmentRow): row is WorkRow {
  return row.target !== undefined;
}

export function countFilters(rows: readonly SegmentRow[]): Record<FilterName, number> {
  const counts = Object.fromEntries(filterNames.map((name) => [name, 0])) as Record<FilterName, number>;
  for (const row of rows.filter(isWork)) {
    for (const name of filterNames) if (filters[name](row.target)) counts[name] += 1;
  }
  return counts;
}

export function countStates(rows: readonly SegmentRow[]): Record<State, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const { target } of rows) if (target) counts[target.state] += 1;
  return counts;
}

export interface Selection {
  readonly filter: FilterName;
  readonly query: string;
}

/**
 * The rows to show. The open row stays, whatever becomes of it, until it is left: a row that vanished under the hand
 * that approved it would take its "approved" with it. What is not translated shows only where everything does.
 */
export function visibleRows(
  rows: readonly SegmentRow[],
  { filter, query }: Selection,
  activeId: string | undefined,
): readonly SegmentRow[] {
  const wanted = fold(query.trim());
  if (filter === 'all' && wanted === '') return rows;
  return rows.filter(
    (row) =>
      row.segmentId === activeId ||
      ((row.target ? filters[filter](row.target) : filter === 'all') &&
        (fold(row.text).includes(wanted) || fold(row.target?.text ?? '').includes(wanted))),
  );
}

export type Step = 'previous' | 'next' | 'next-open';

/** Where a step leads; the next open row is looked for to the end, then from the beginning. */
export function stepFrom(rows: readonly SegmentRow[], activeId: string | undefined, step: Step): WorkRow | undefined {
  const work = rows.filter(isWork);
  const at = work.findIndex(({ segmentId }) => segmentId === activeId);
  if (step === 'previous') return at > 0 ? work[at - 1] : undefined;
  if (step === 'next') return work[at + 1];
  return [...work.slice(at + 1), ...work.slice(0, Math.max(at, 0))].find(({ target }) => isOpen(target));
}

/** Where the desk opens: the segment that the address names, else the first that waits for somebody. */
export function openingRow(rows: readonly SegmentRow[], ordinal: number | undefined): WorkRow | undefined {
  const work = rows.filter(isWork);
  return work.find((row) => row.ordinal === ordinal) ?? work.find(({ target }) => isOpen(target)) ?? work[0];
}

/** The list with a newer target in its place; an older one changes nothing. */
export function withTarget(rows: readonly SegmentRow[], segmentId: string, target: TargetView): SegmentRow[] {
  return rows.map((row) =>
    row.segmentId === segmentId && row.target && target.revision >= row.target.revision ? { ...row, target } : row,
  );
}

/** A fresh reading that may have left the server before our last save: what we know to be newer stays. */
export function keepNewer(known: readonly SegmentRow[], fresh: readonly SegmentRow[]): SegmentRow[] {
  const targets = new Map(known.map(({ segmentId, target }) => [segmentId, target]));
  return fresh.map((row) => {
    const target = targets.get(row.segmentId);
    return row.target && target && target.revision > row.target.revision ? { ...row, target } : row;
  });
}

/** For searching only: no marks, no case, so that a bare word finds its vocalised form. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
