/** A long document comes in slices, and the desk knows when it may open. */
import { describe, expect, it } from 'vitest';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { State } from '../../server/domain/document.ts';
import { canOpen, readInSlices, type ReadSlice } from '../../client/review/row-slices.ts';

const row = (ordinal: number, state: State = 'approved'): SegmentRow => ({
  segmentId: `segment-${ordinal}`,
  ordinal,
  kind: 'paragraph',
  layout: {},
  text: `text ${ordinal}`,
  codes: {},
  target: { text: 'טקסט', state, revision: 1, outdated: false, codeFaults: [] },
});
const many = Array.from({ length: 6001 }, (_, ordinal) => row(ordinal));

describe('readInSlices', () => {
  it.each([0, 1, 200, 201, 700, 6001])('gives all of %i rows, each once, in order', async (length) => {
    const rows = many.slice(0, length);
    expect(await readInSlices(serving(rows), () => undefined)).toEqual({ rows, total: length });
  });

  it('tells of the first slice and of much more, and does not change what it told', async () => {
    const told: SegmentRow[][] = [];
    await readInSlices(serving(many), (page) => told.push(page.rows));
    expect(told.map((rows) => rows.length)).toEqual([200, 1200]);
    for (const rows of told) expect(rows).toEqual(many.slice(0, rows.length));
  });

  it('ends where the document has become shorter meanwhile', async () => {
    let rows = many;
    const shrinking: ReadSlice = (query) => serving(rows)(query);
    const whole = await readInSlices(shrinking, () => (rows = many.slice(0, 300)));
    expect(whole).toEqual({ rows: many.slice(0, 300), total: 300 });
  });

  it('rejects with the fault of a slice', async () => {
    const failing: ReadSlice = async (query) => {
      if (query.from > 0) throw new Error('cut off');
      return serving(many)(query);
    };
    await expect(readInSlices(failing, () => undefined)).rejects.toThrow('cut off');
  });
});

describe('canOpen', () => {
  const part = [row(0), row(1, 'translated'), row(2)];
  it.each([
    ['no row is named and one waits', part, undefined, true],
    ['no row is named and none waits yet', [row(0)], undefined, false],
    ['the named row is here', part, 2, true],
    ['the named row is not here yet', part, 7, false],
  ])('%s', (_, rows, ordinal, expected) => {
    expect(canOpen({ rows, total: 10 }, ordinal)).toBe(expected);
  });

  it('all is here, whatever the address names', () => {
    expect(canOpen({ rows: [row(0)], total: 1 }, 7)).toBe(true);
  });
});

function serving(rows: readonly SegmentRow[]): ReadSlice {
  return async ({ from, limit }) => ({
    rows: rows.filter(({ ordinal }) => ordinal >= from).slice(0, limit),
    total: rows.length,
  });
}
