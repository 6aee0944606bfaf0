/**
 * How much is found in each row, from the reading of a whole edition: its errors and warnings that nobody lets stand, also
 * those of checks that fire all over the text: a filter that hid these would hide what is to be done. A row carries its own sum, so that filters and
 * marks ask the row alone; one whose sum is the same stays the same row.
 */
import type { FindingView } from '../../../server/contract/checks-api.ts';
import type { SegmentRow } from '../../../server/contract/segments-api.ts';

export interface RowFindings {
  readonly errors: number;
  readonly warnings: number;
}

/** A row with what is found in it; absent: nothing, or it is not known yet. */
export type FoundRow = SegmentRow & { readonly found?: RowFindings };

/** The sums by segment, those with nothing left out. */
export function sumFindings(
  findings: ReadonlyArray<Pick<FindingView, 'segmentId' | 'severity' | 'dismissed'>>,
): ReadonlyMap<string, RowFindings> {
  const sums = new Map<string, RowFindings>();
  for (const { segmentId, severity, dismissed } of findings) {
    if (dismissed || (severity !== 'error' && severity !== 'warning')) continue;
    const { errors, warnings } = sums.get(segmentId) ?? { errors: 0, warnings: 0 };
    const isError = severity === 'error';
    sums.set(segmentId, { errors: errors + Number(isError), warnings: warnings + Number(!isError) });
  }
  return sums;
}

const carriers = new WeakMap<SegmentRow, FoundRow & { readonly found: RowFindings }>();

/** The rows, each with its sum. */
export function withFindings(rows: readonly SegmentRow[], sums: ReadonlyMap<string, RowFindings>): readonly FoundRow[] {
  return sums.size === 0 ? rows : rows.map((row) => withFound(row, sums.get(row.segmentId)));
}

function withFound(row: SegmentRow, found: RowFindings | undefined): FoundRow {
  if (!found) return row;
  const known = carriers.get(row);
  if (known?.found.errors === found.errors && known.found.warnings === found.warnings) return known;
  const carrier = { ...row, found };
  carriers.set(row, carrier);
  return carrier;
}
