/**
 * A document's rows in slices: a small one first, so that the desk opens on 10,000 segments as soon as on a hundred, the
 * rest behind it. All of them come in the end: filters, counts and "next" then answer without the server.
 */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { isOpen, isWork } from './rows.ts';

export interface RowPage {
  readonly rows: SegmentRow[];
  /** Rows of the whole document. */
  readonly total: number;
}

export type ReadSlice = (query: { readonly from: number; readonly limit: number }) => Promise<RowPage>;

/** The first slice fills the tallest screen; the others are small enough to be read between two frames. */
const sliceSizes = { first: 200, next: 500 };
/** What is told is drawn: each time so many times as much, and not each slice, while somebody types already. */
const growth = 6;

/**
 * Reads all rows, slice by slice; `onPart` is given what has come, at first and whenever it has grown enough; the whole is
 * given back. Rejects as soon as a slice does.
 */
export async function readInSlices(read: ReadSlice, onPart: (page: RowPage) => void): Promise<RowPage> {
  let page = await read({ from: 0, limit: sliceSizes.first });
  const rows = [...page.rows];
  let told = 0;
  while (rows.length < page.total && page.rows.length > 0) {
    if (rows.length >= told * growth) {
      onPart({ rows: [...rows], total: page.total });
      told = rows.length;
    }
    page = await read({ from: (rows.at(-1)?.ordinal ?? 0) + 1, limit: sliceSizes.next });
    rows.push(...page.rows);
  }
  return { rows, total: rows.length };
}

/** Whether the desk can open already: on the row that the address names, else on the first that waits for somebody. */
export function canOpen({ rows, total }: RowPage, ordinal: number | undefined): boolean {
  if (rows.length >= total) return true;
  return rows.some((row) => isWork(row) && (ordinal === undefined ? isOpen(row.target) : row.ordinal === ordinal));
}
