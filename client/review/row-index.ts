/**
 * The rows by their segment, for whoever looks up more than one of them. The desk is drawn at every key, its rows stay the
 * same list meanwhile: they are gone through once per list, whoever asks. A list that nobody holds any more takes its
 * index with it.
 */
import type { SegmentRow } from '../../server/contract/segments-api.ts';

export type RowIndex = ReadonlyMap<string, SegmentRow>;

const indexes = new WeakMap<readonly SegmentRow[], RowIndex>();

/** The same index for as long as it is the same list. */
export function rowsById(rows: readonly SegmentRow[]): RowIndex {
  const known = indexes.get(rows);
  if (known) return known;
  const index = new Map(rows.map((row) => [row.segmentId, row]));
  indexes.set(rows, index);
  return index;
}
