/** The order of the board, the same in every store: newest change first, archived documents left out. */
import type { BoardRow } from '../domain/board.ts';

/** The rows that the board shows. Equal times are ordered by id, so that the order is the same each time. */
export function newestFirst(rows: readonly BoardRow[]): BoardRow[] {
  return rows
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => compare(b.changedAt, a.changedAt) || compare(a.documentId, b.documentId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
