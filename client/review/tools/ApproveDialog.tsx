/**
 * Approving all that is shown: says how many, what is left out and why, and, where much of it is machine text that nobody
 * has touched, says so and wants a second yes. What the server refuses is listed with its reason.
 */
import { useId, useState } from 'react';
import { call } from '../../api.ts';
import { newDecisionId } from '../../decision-id.ts';
import { useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Desk } from '../desk.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import type { ApprovalPlan, LeftReason } from './approval-plan.ts';
import { BatchNote, RefusedList } from './BatchNotes.tsx';
import { useBatches } from './use-batches.ts';
import '../../ui/tool.css';
import './tools.css';

export interface ApproveDialogProps {
  readonly documentId: string;
  readonly locale: Locale;
  readonly desk: Desk;
  readonly plan: ApprovalPlan;
  readonly onClose: () => void;
}

const line = 'POST /api/documents/:documentId/targets/:locale/approve';

export function ApproveDialog({ documentId, locale, desk, plan: present, onClose }: ApproveDialogProps) {
  const { t } = useI18n();
  // What was asked about is what is approved: rows that change while the question stands are refused as stale.
  const [plan] = useState(present);
  const [isSure, setSure] = useState(!plan.isAlarming);
  const batches = useBatches<Seen>({
    documentId,
    locale,
    desk,
    send: async (targets) => {
      const { approved, refused } = await call(line, {
        params: { documentId, locale },
        body: { targets: [...targets] },
      });
      return { taken: approved, refused };
    },
    noteOn: (taken) => t('tools.approved', { count: taken }),
    onClose,
  });
  const { run, isRunning, error, close } = batches;
  const isOver = !isRunning && run !== undefined && run.done === batches.total;
  const count = plan.rows.length;
  return (
    <Dialog
      isOpen
      onClose={close}
      role="alertdialog"
      title={isOver ? t('tools.approved', { count: run.taken }) : t('tools.approve-title', { count })}
    >
      {isOver ? (
        <RefusedList refused={run.refused} />
      ) : (
        <>
          {plan.isAlarming && <MachineWarning plan={plan} isSure={isSure} onSure={setSure} />}
          <LeftOut plan={plan} />
        </>
      )}
      <BatchNote label={t('tools.approving')} batches={batches} />
      <div className="dialog-actions">
        {!isOver && (
          <Button
            look={plan.isAlarming ? 'danger' : 'primary'}
            isPending={isRunning}
            isDisabled={!isSure || count === 0 || error !== undefined}
            onPress={() => batches.start(plan.rows.map(seen))}
          >
            {t('tools.approve-verb', { count })}
          </Button>
        )}
        <Button isDisabled={isRunning} onPress={close}>
          {t(isOver ? 'common.close' : 'common.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

type Seen = ReturnType<typeof seen>;

/** A row as it stands in front of the reader, and the id of its approval. */
function seen({ segmentId, target: { revision } }: ApprovalPlan['rows'][number]) {
  return { segmentId, decisionId: newDecisionId(), baseRevision: revision };
}

interface MachineWarningProps {
  readonly plan: ApprovalPlan;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

function MachineWarning({ plan: { machine, rows }, isSure, onSure }: MachineWarningProps) {
  const { t } = useI18n();
  const share = useId();
  return (
    <div className="tool-warning">
      <p id={share}>
        {t('tools.machine-share', { count: machine, percent: Math.round((machine / rows.length) * 100) })}
      </p>
      <label className="tool-check">
        <input
          type="checkbox"
          checked={isSure}
          aria-describedby={share}
          onChange={({ currentTarget }) => onSure(currentTarget.checked)}
        />
        <span>{t('tools.machine-sure')}</span>
      </label>
    </div>
  );
}

/** What is left out, and why. */
function LeftOut({ plan: { left } }: { readonly plan: ApprovalPlan }) {
  const { t } = useI18n();
  const named = (Object.entries(left) as Array<[LeftReason, number]>).filter(([, count]) => count > 0);
  if (named.length === 0) return null;
  return (
    <div>
      <p>{t('tools.left')}</p>
      <ul className="tool-list">
        {named.map(([reason, count]) => (
          <li key={reason}>{t(`tools.left-${reason}`, { count })}</li>
        ))}
      </ul>
    </div>
  );
}
