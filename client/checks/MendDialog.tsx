/**
 * Mends everything that one check finds. Every text is shown before and after, nothing is changed before the button is
 * pressed, and what that means for approved texts is said first. What is sent are whole texts at the revisions that were
 * seen: where somebody was faster, that text is refused and said so.
 */
import { useState } from 'react';
import { directionOf } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { checkName } from '../problems.ts';
import { DiffView } from '../review/DiffView.tsx';
import { BatchNote, RefusedList } from '../review/tools/BatchNotes.tsx';
import { useBatches } from '../review/tools/use-batches.ts';
import '../review/tools/tools.css';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Found } from './finding-groups.ts';
import type { Place } from './FindingRow.tsx';
import { aroundChanges, planMending, type Mended } from './mending.ts';
import '../ui/tool.css';

export interface MendDialogProps {
  readonly at: Place;
  readonly check: string;
  readonly found: readonly Found[];
  readonly onClose: () => void;
}

const line = 'POST /api/documents/:documentId/targets/:locale/edit';
/** So many texts are shown at first, and again with each press for more: each has a diff of its own. */
const pageful = 30;

export function MendDialog({ at: { documentId, locale }, check, found, onClose }: MendDialogProps) {
  const { t } = useI18n();
  // What was shown is what is sent: texts that change while the question stands are refused as stale.
  const [plan] = useState(() => planMending(found));
  const [leavesApproved, setLeavesApproved] = useState(false);
  const [shown, setShown] = useState(pageful);
  const approved = plan.mended.filter(isApproved).length;
  const chosen = leavesApproved ? plan.mended.filter((one) => !isApproved(one)) : plan.mended;
  const batches = useBatches<Edit>({
    documentId,
    locale,
    send: async (batch) => {
      const { edited, refused } = await call(line, { params: { documentId, locale }, body: { edits: [...batch] } });
      return { taken: edited, refused };
    },
    noteOn: (taken) => t('quality.mended', { count: taken }),
    onClose,
  });
  const { run, isRunning, error, total } = batches;
  const isOver = !isRunning && run !== undefined && run.done === total;
  return (
    <Dialog isOpen look="list" title={t('quality.mend-title', { check: checkName(check) })} onClose={batches.close}>
      {isOver && run.refused.length > 0 && <RefusedList refused={run.refused} />}
      {approved > 0 && !isOver && (
        <div className="tool-warning">
          <p>{t('quality.mend-approved', { count: approved })}</p>
          <label className="tool-check">
            <input
              type="checkbox"
              checked={leavesApproved}
              onChange={({ currentTarget }) => setLeavesApproved(currentTarget.checked)}
            />
            {t('quality.mend-leave')}
          </label>
        </div>
      )}
      {!isOver && (
        <ul className="hits">
          {chosen.slice(0, shown).map((one) => (
            <Change key={one.segment.segmentId} mended={one} locale={locale} />
          ))}
        </ul>
      )}
      {chosen.length > shown && !isOver && (
        <Button onPress={() => setShown(shown + pageful)}>{t('tools.more', { count: chosen.length - shown })}</Button>
      )}
      {plan.unsafe > 0 && !isOver && <p className="muted small">{t('quality.mend-unsafe', { count: plan.unsafe })}</p>}
      <BatchNote label={t('quality.mending')} batches={batches} />
      {!isOver && (
        <div className="dialog-actions">
          <Button
            look="primary"
            isPending={isRunning}
            isDisabled={chosen.length === 0 || error !== undefined}
            onPress={() => batches.start(chosen.map(editOf))}
          >
            {t('quality.mend-verb', { count: chosen.length })}
          </Button>
          <Button onPress={() => batches.close()}>{t('common.cancel')}</Button>
        </div>
      )}
    </Dialog>
  );
}

type Edit = ReturnType<typeof editOf>;

function editOf({ segment: { segmentId }, revision, text }: Mended) {
  return { segmentId, decisionId: newDecisionId(), baseRevision: revision, text };
}

function isApproved({ segment }: Mended): boolean {
  return segment.state === 'approved';
}

function Change({ mended, locale }: { readonly mended: Mended; readonly locale: Place['locale'] }) {
  const { t } = useI18n();
  const { segment, text } = mended;
  const { before, after } = aroundChanges(segment.text, text);
  return (
    <li>
      <p className="small muted">
        {t('quality.segment', { n: segment.ordinal + 1 })}
        {isApproved(mended) && <> · {t('tools.back-to-reviewed')}</>}
      </p>
      <DiffView
        before={before}
        after={after}
        locale={locale}
        codes={segment.codes}
        inline={directionOf(locale) === 'ltr'}
      />
    </li>
  );
}
