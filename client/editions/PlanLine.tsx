/** A plan in a line: which editions, when, what it still waits for; and a way out of it. */
import { useState } from 'react';
import type { PlanView } from '../../server/contract/schemas.ts';
import { inOrder } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { formatList, useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toasts.ts';
import './plan.css';

export interface PlanLineProps {
  readonly documentId: string;
  readonly plan: PlanView;
}

export function PlanLine({ documentId, plan }: PlanLineProps) {
  const { t, time } = useI18n();
  const [decisionId] = useState(newDecisionId);
  const end = useChange('DELETE /api/documents/:documentId/plans/:planId', () => toast(t('plan.ended')));
  const cancel = (): void => end.mutate({ params: { documentId, planId: plan.planId }, body: { decisionId } });
  const languages = formatList(inOrder(plan.locales).map((locale) => t(`app.locale-${locale}`)));
  const { notBefore, waiting } = plan;
  return (
    <div className="plan-line">
      <Icon name="clock" />
      <div>
        <p>
          {notBefore === undefined
            ? t('plan.line', { languages })
            : t('plan.line-later', { languages, time: time(notBefore) })}
        </p>
        {waiting.length > 0 && (
          <p className="muted small">
            {t('plan.waits-for')}{' '}
            {waiting
              .map(({ locale, blockers }) => `${t(`app.locale-${locale}`)} (${t('plan.open', { count: blockers })})`)
              .join(' · ')}
          </p>
        )}
      </div>
      <Button look="quiet" isPending={end.isPending} onPress={cancel}>
        {t('plan.cancel')}
        <span className="visually-hidden"> ({languages})</span>
      </Button>
      {end.error && <ErrorNote error={end.error} onRetry={cancel} />}
    </div>
  );
}
