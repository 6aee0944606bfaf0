/**
 * Taking back what was decided at this desk: by command the last decision, wherever it was, or from the note that says
 * what was done. One such note stands at a time, the latest: at fifty approvals an hour they would pile up.
 */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { t } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { dismissToast, toast } from '../ui/toasts.ts';
import type { ActKind } from './desk-state.ts';
import type { Desk } from './desk.ts';
import type { Decided } from './outbox.ts';
import { isWork, type WorkRow } from './rows.ts';
import { useStable } from './use-stable.ts';

export interface UndoOptions {
  readonly desk: Desk;
  readonly rows: readonly SegmentRow[];
  readonly open: (row: WorkRow) => void;
}

export interface Undo {
  /** Takes the last decision back. */
  readonly undo: () => void;
  /** Says that something was done, and offers to take it back. */
  readonly tell: (kind: ActKind, ordinal: number) => void;
}

let lastNote: number | undefined;

export function useUndo({ desk, rows, open }: UndoOptions): Undo {
  const takeBack = useStable((decided: Decided | undefined): void => {
    const row = rows.filter(isWork).find(({ segmentId }) => segmentId === decided?.segmentId);
    if (decided === undefined || row === undefined) return;
    open(row);
    void undoAloud(desk, decided, row.ordinal + 1);
  });
  return {
    undo() {
      const last = desk.lastDecided();
      if (last && 'takeBack' in last) last.takeBack();
      else takeBack(last);
    },
    tell(kind, ordinal) {
      const decided = desk.lastDecided();
      if (decided === undefined || 'takeBack' in decided) return;
      note(t(`review.done-${kind}`, { n: ordinal + 1 }), () => takeBack(decided));
    },
  };
}

async function undoAloud(desk: Desk, decided: Decided, n: number): Promise<void> {
  if (await desk.undo(decided)) {
    note(t('review.done-undo', { n }));
    return;
  }
  const reason = refusalAt(desk, decided.segmentId);
  if (reason) toast(t('review.failed-at', { n, reason }), 'error');
}

/** The sentence of a refusal that stands at a segment. */
export function refusalAt(desk: Desk, segmentId: string): string | undefined {
  const { acts, entries } = desk.state();
  const entry = acts[segmentId] ?? entries[segmentId];
  return entry?.standing === 'refused' && entry.fault ? sentenceFor(entry.fault.code, entry.fault.params) : undefined;
}

function note(text: string, undo?: () => void): void {
  if (lastNote !== undefined) dismissToast(lastNote);
  lastNote = toast(text, 'done', undo && { label: t('tools.undo'), run: undo });
}
