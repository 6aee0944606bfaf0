/**
 * The desk's rows: which of them are work, where "next" leads, and how what the server says is put in their place. Pure
 * functions; which rows are shown is filters.ts.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { states, type State } from '../../server/domain/document.ts';
import type { FoundRow } from './checks/row-findings.ts';

/** A row that has something to work on. */
export type WorkRow = FoundRow & { readonly target: TargetView };

/** Something is still to be done before an edition can carry it. */
export function isOpen(target: TargetView): boolean {
  return target.state !== 'approved' || target.outdated;
}

export function isWork(row: SegmentRow): row is WorkRow {
  return row.target !== undefined;
}

/** A segment that an earlier one's target stands for: it is shown there. */
export function isCovered({ coveredBy }: SegmentRow): boolean {
  return coveredBy !== undefined;
}

export function countStates(rows: readonly SegmentRow[]): Record<State, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const { target } of rows) if (target) counts[target.state] += 1;
  return counts;
}

export type Step = 'previous' | 'next' | 'next-open';

/**
 * Where a step leads; the next open row is looked for to the end, then from the beginning. `waits` says which are open:
 * the desk knows of approvals that are on their way.
 */
export function stepFrom(
  rows: readonly SegmentRow[],
  activeId: string | undefined,
  step: Step,
  waits: (row: WorkRow) => boolean = ({ target }) => isOpen(target),
): WorkRow | undefined {
  const work = rows.filter(isWork);
  const at = work.findIndex(({ segmentId }) => segmentId === activeId);
  if (step === 'previous') return at > 0 ? work[at - 1] : undefined;
  if (step === 'next') return work[at + 1];
  return [...work.slice(at + 1), ...work.slice(0, Math.max(at, 0))].find(waits);
}

/** The row at a place, from 0; where nothing is to be done there the next one, or else the one before. */
export function workRowAt(rows: readonly SegmentRow[], ordinal: number): WorkRow | undefined {
  const work = rows.filter(isWork);
  return work.find((row) => row.ordinal >= ordinal) ?? work.at(-1);
}

/** Where the desk opens: the segment that the address names, else the first that waits for somebody. */
export function openingRow(rows: readonly SegmentRow[], ordinal: number | undefined): WorkRow | undefined {
  const work = rows.filter(isWork);
  const named = rows.find((row) => row.ordinal === ordinal);
  const opened = named && workRowOf(rows, named.segmentId);
  return opened ?? work.find(({ target }) => isOpen(target)) ?? work[0];
}

/** The row at which a segment is worked on: its own, or the one that covers it; none where it is gone from the source. */
export function workRowOf(rows: readonly SegmentRow[], segmentId: string): WorkRow | undefined {
  const own = rows.find((row) => row.segmentId === segmentId);
  const head = own?.coveredBy ?? segmentId;
  return rows.filter(isWork).find((row) => row.segmentId === head);
}

/** Whether a target stands for just the segments whose source its row shows; else the rows have to be read again. */
export function fits({ parts }: SegmentRow, { span }: TargetView): boolean {
  return (parts?.length ?? 1) === (span ?? 1);
}

/** The list with a newer target in its place; an older one changes nothing. */
export function withTarget(rows: readonly SegmentRow[], segmentId: string, target: TargetView): SegmentRow[] {
  return rows.map((row) => {
    const isNewer = row.segmentId === segmentId && row.target && target.revision >= row.target.revision;
    return isNewer && fits(row, target) ? { ...row, target } : row;
  });
}

/** A fresh reading that may have left the server before our last save: what we know to be newer stays. */
export function keepNewer(known: readonly SegmentRow[], fresh: readonly SegmentRow[]): SegmentRow[] {
  const targets = new Map(known.map(({ segmentId, target }) => [segmentId, target]));
  return fresh.map((row) => {
    const target = targets.get(row.segmentId);
    const isNewer = row.target && target && target.revision > row.target.revision;
    return isNewer && fits(row, target) ? { ...row, target } : row;
  });
}
