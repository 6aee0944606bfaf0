/** What is found in each row: what counts there, and rows that stay themselves while nothing about them changes. */
import { describe, expect, it } from 'vitest';
import { sumFindings, withFindings } from '../../client/review/checks/row-findings.ts';
import { marks } from '../../client/review/filters.ts';
import { isWork } from '../../client/review/rows.ts';
import { row } from './desk-row.ts';

const rows = [row(0, 'translated'), row(1, 'translated'), row(2, 'translated')];
const sums = sumFindings([
  { segmentId: 's1', severity: 'error' },
  { segmentId: 's1', severity: 'warning' },
  { segmentId: 's1', severity: 'warning', dismissed: { by: 'noa', at: '', how: 'segment' } },
  { segmentId: 's1', severity: 'info' },
  { segmentId: 's2', severity: 'style' },
]);
/** A check that fires all over the text, which the page of checks shows as one row. */
const collapsed = { segmentId: 's2', severity: 'warning', isCollapsed: true } as const;

describe('what is found in a row', () => {
  it('is errors and warnings that nobody lets stand', () => {
    expect([...sums]).toEqual([['s1', { errors: 1, warnings: 1 }]]);
  });

  it('counts what fires all over the text in each of its rows', () => {
    expect([...sumFindings([collapsed, collapsed])]).toEqual([['s2', { errors: 0, warnings: 2 }]]);
  });

  it('is said of its row alone; the others, and it as long as its sum stays, are the same rows', () => {
    const [first, second, third] = withFindings(rows, sums);
    expect([first, third]).toEqual([rows[0], rows[2]]);
    expect(second).toEqual({ ...rows[1], found: { errors: 1, warnings: 1 } });
    expect(withFindings(rows, new Map(sums))[1]).toBe(second);
    expect(withFindings(rows, new Map([['s1', { errors: 2, warnings: 1 }]]))[1]).not.toBe(second);
    expect(withFindings(rows, new Map())).toBe(rows);
  });

  it('can be filtered by', () => {
    const shown = withFindings(rows, sums).filter(isWork);
    for (const mark of ['errors', 'warnings'] as const) {
      expect(shown.filter((one) => marks[mark](one)).map(({ segmentId }) => segmentId)).toEqual(['s1']);
    }
  });
});
