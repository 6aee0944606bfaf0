/** The order of the board, the same in every store: newest change first. */
import type { BoardRow } from '../domain/board.ts';

/** The rows in order. Equal times are ordered by id, so that the order is the same each time. */
export function newestFirst(rows: readonly BoardRow[]): BoardRow[] {
  return rows.toSorted((a, b) => compare(b.changedAt, a.changedAt) || compare(a.documentId, b.documentId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
