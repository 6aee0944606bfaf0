/**
 * Which row is open. It stands in the address (`?segment=<ordinal>`), so a link leads to it and a reload comes back.
 * Opening another row leaves this one, and leaving saves.
 */
import { useEffect, useRef, type RefObject } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { SegmentRow } from '../../server/contract/schemas.ts';
import type { Desk } from './desk.ts';
import type { EditorHandle } from './Editor.tsx';
import { openingRow, type WorkRow } from './rows.ts';

export interface ActiveRowState {
  readonly active: WorkRow;
  readonly open: (row: WorkRow) => void;
  /** Whether a person opened the row, rather than the page: then its editor takes the focus. */
  readonly wantsFocus: RefObject<boolean>;
}

/** At least one row must have something to work on. */
export function useActiveRow(
  rows: readonly SegmentRow[],
  desk: Desk,
  editor: RefObject<EditorHandle | null>,
): ActiveRowState {
  const [search, setSearch] = useSearchParams();
  // A link may bring a person to the row to work on it.
  const { state } = useLocation() as { state: { wantsFocus?: boolean } | null };
  const wantsFocus = useRef(state?.wantsFocus === true);
  const named = search.get('segment');
  const found = openingRow(rows, named === null ? undefined : Number(named));
  if (!found) throw new Error('the desk was opened without a segment to work on');
  const active = found;

  const show = ({ ordinal }: WorkRow): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('segment', String(ordinal));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const showFirst = useRef(show);
  useEffect(() => {
    if (named !== String(active.ordinal)) showFirst.current(active);
  }, [named, active]);

  function open(row: WorkRow): void {
    wantsFocus.current = true;
    if (row.segmentId === active.segmentId) {
      editor.current?.focus();
      return;
    }
    if (desk.state().entries[active.segmentId]) void desk.save(active.segmentId);
    show(row);
  }
  return { active, open, wantsFocus };
}
