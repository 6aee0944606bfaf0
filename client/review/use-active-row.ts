/**
 * Which row is open. It stands in the address (`?segment=<ordinal>`), so a link leads to it and a reload comes back.
 * Opening another row leaves this one, and leaving saves. The ordinal is only how a link says it: while nobody goes
 * elsewhere the open segment stays open, whatever others make of the source before it, and the address follows. Else
 * whoever is typing would go on in another segment.
 */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Desk } from './desk.ts';
import type { EditorHandle } from './Editor.tsx';
import { openingRow, workRowOf, type WorkRow } from './rows.ts';

export interface ActiveRowState {
  readonly active: WorkRow;
  readonly open: (row: WorkRow) => void;
  /** Whether a person opened the row, rather than the page: then its editor takes the focus. */
  readonly wantsFocus: RefObject<boolean>;
}

interface Opened {
  readonly segmentId: string;
  /** What the address may say of it: what it said when the segment was drawn last, and what it is rewritten to. */
  readonly names: readonly (string | null)[];
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
  const [opened, setOpened] = useState<Opened>();
  const stays = opened?.names.includes(named) ? workRowOf(rows, opened.segmentId) : undefined;
  const found = stays ?? openingRow(rows, named === null ? undefined : Number(named));
  if (!found) throw new Error('the desk was opened without a segment to work on');
  const active = found;
  const names = [named, String(active.ordinal)];
  if (opened?.segmentId !== active.segmentId || names.some((name, i) => opened.names[i] !== name)) {
    setOpened({ segmentId: active.segmentId, names });
  }

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

  const chosen = useRef(active.segmentId);
  useLayoutEffect(() => {
    // A row that others have put in the place of the chosen one must not catch what somebody is typing.
    if (chosen.current !== active.segmentId) wantsFocus.current = false;
  }, [active.segmentId]);

  function open(row: WorkRow): void {
    chosen.current = row.segmentId;
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
