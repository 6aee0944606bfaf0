/**
 * What approving all shown rows would approve, and what it leaves out because a person must look at it: texts with code
 * faults, texts whose source has changed (an approval would bind them to a source that nobody held them against), and
 * texts that are not saved yet. Pure, so that the dialog says beforehand what then happens.
 */
import type { SegmentRow } from '../../../server/contract/segments-api.ts';
import { alarmingMachineShare, isUntouchedMachineText } from '../../../server/domain/machine-text.ts';
import { isAllowed } from '../../../server/domain/workflow.ts';
import { isWork, type WorkRow } from '../rows.ts';

/** Why a row is left out, in the order in which it is asked. To add a reason: a row here and its word in `tools.left-*`. */
const reasons = {
  unsaved: ({ segmentId }, unsaved) => unsaved.has(segmentId),
  untranslated: ({ target }) => target.state === 'untranslated',
  outdated: ({ target }) => target.outdated,
  faults: ({ target }) => target.state !== 'approved' && target.codeFaults.length > 0,
} as const satisfies Record<string, (row: WorkRow, unsaved: ReadonlySet<string>) => boolean>;

export type LeftReason = keyof typeof reasons;
const reasonNames = Object.keys(reasons) as LeftReason[];

export interface ApprovalPlan {
  readonly rows: readonly WorkRow[];
  readonly left: Readonly<Record<LeftReason, number>>;
  /** How many of the rows a machine wrote and nobody has changed. */
  readonly machine: number;
  /** So many of them that it is likely that nobody has read the set. */
  readonly isAlarming: boolean;
}

export function planApproval(shown: readonly SegmentRow[], unsaved: ReadonlySet<string>): ApprovalPlan {
  const left: Record<LeftReason, number> = { unsaved: 0, untranslated: 0, outdated: 0, faults: 0 };
  const rows: WorkRow[] = [];
  for (const row of shown.filter(isWork)) {
    const reason = reasonNames.find((name) => reasons[name](row, unsaved));
    if (reason) left[reason] += 1;
    else if (isAllowed('target.approved', row.target.state)) rows.push(row);
  }
  const machine = rows.filter(({ target }) => isUntouchedMachineText(target)).length;
  return { rows, left, machine, isAlarming: machine > 0 && machine / rows.length >= alarmingMachineShare };
}
