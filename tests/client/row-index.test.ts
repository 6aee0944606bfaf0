/** Rows by their segment: the list is gone through once, whoever asks. */
import { describe, expect, it } from 'vitest';
import { rowsById } from '../../client/review/row-index.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';

function row(ordinal: number): SegmentRow {
  return { segmentId: `segment-000${ordinal}`, ordinal, kind: 'paragraph', layout: {}, text: '', codes: {} };
}

describe('rowsById', () => {
  const rows = [row(0), row(1)];

  it('finds each row, and none that is not there', () => {
    const index = rowsById(rows);
    expect(rows.map(({ segmentId }) => index.get(segmentId))).toEqual(rows);
    expect(index.get('segment-of-another')).toBeUndefined();
  });

  it('is the same for the same list, and another for another', () => {
    expect(rowsById(rows)).toBe(rowsById(rows));
    expect(rowsById([...rows])).not.toBe(rowsById(rows));
  });
});
