/**
 * What the desk can do to the shape of a translation: a new paragraph at the caret, one with the next segment, apart
 * again. What is unsaved on either side is saved first, by the same way as before a judgement.
 */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { areJoinable, canSplit, cutAt } from '../../server/domain/reshape.ts';
import { t } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { toast } from '../ui/toasts.ts';
import type { Act } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { WorkRow } from './rows.ts';

export interface ReshapeActs {
  /** Begins a paragraph where the caret is. */
  readonly split: (caret: number | undefined) => void;
  readonly join: () => void;
  readonly separate: () => void;
}

/** The row that a join would take in: the one after all that this one stands for. */
export function rowAfter(rows: readonly SegmentRow[], { ordinal, target }: WorkRow): SegmentRow | undefined {
  return rows.find((row) => row.ordinal === ordinal + (target.span ?? 1));
}

/** What could be done to a row's text, before it is tried. */
export function shapeOf(rows: readonly SegmentRow[], row: WorkRow, text: string) {
  const next = rowAfter(rows, row);
  return {
    canSplit: canSplit(row.kind) && text.trim() !== '',
    canJoin: next?.target !== undefined && areJoinable(row, next),
    canSeparate: row.target.span !== undefined,
    ...shapeOfSource(row, next),
  };
}

/** A segment that shares a translation is let alone, and a numbered item stays one (`reshape-source.ts`). */
function shapeOfSource(row: SegmentRow, next: SegmentRow | undefined) {
  const isFree = row.parts === undefined && row.layout.number === undefined && areJoinable(row, row);
  return {
    canSplitSource: isFree,
    canJoinSource: isFree && next !== undefined && next.parts === undefined && areJoinable(row, next),
  };
}

export interface ReshapeOptions {
  readonly desk: Desk;
  readonly rows: readonly SegmentRow[];
  readonly active: WorkRow;
  readonly text: string;
  /** Given the row as it was when the command came: another may be open by the time that it is heeded. */
  readonly judge: (row: WorkRow, act: Act) => void;
}

export function reshapeActs({ desk, rows, active, text, judge }: ReshapeOptions): ReshapeActs {
  async function join(): Promise<void> {
    const next = rowAfter(rows, active);
    const isSaved = next === undefined || !desk.state().entries[next.segmentId] || (await desk.save(next.segmentId));
    if (isSaved) judge(active, { kind: 'join' });
    else toast(t('review.next-unsaved'), 'error');
  }
  return {
    split(offset) {
      const isPossible = offset !== undefined && cutAt({ text, codes: active.codes }, offset) !== undefined;
      if (isPossible) judge(active, { kind: 'split', offset });
      else toast(sentenceFor('target.cannot-split', {}), 'error');
    },
    join: () => void join(),
    separate: () => judge(active, { kind: 'separate' }),
  };
}
