/** Shows readers an earlier publication again, beside what they would see changed. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { isHeld } from './can-publish.ts';
import type { EditionKey } from './EditionPage.tsx';

export interface RollBackPanelProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
  readonly to: number;
}

export function RollBackPanel({ at, edition, to }: RollBackPanelProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [decisionId] = useState(newDecisionId);
  const rollBack = useChange('POST /api/documents/:documentId/editions/:locale/roll-back', () => {
    toast(t('edition.rolled-back-toast'));
    void navigate(`/documents/${at.documentId}/editions/${at.locale}`);
  });
  const send = (): void => rollBack.mutate({ params: at, body: { decisionId, to } });
  return (
    <section className="publish-panel" aria-labelledby="roll-back">
      <h2 id="roll-back">{t('edition.roll-back-question', { n: to })}</h2>
      {edition.plan && <p>{t(isHeld(edition.plan) ? 'refusals.edition.held' : 'changes.ends-plan')}</p>}
      <p className="muted">
        {t(edition.live === undefined ? 'changes.roll-back-withdrawn' : 'edition.roll-back-text')}
      </p>
      {rollBack.error && <ErrorNote error={rollBack.error} onRetry={send} />}
      <Button
        look="primary"
        className="start"
        isDisabled={isHeld(edition.plan)}
        isPending={rollBack.isPending}
        onPress={send}
      >
        {t('edition.roll-back')}
      </Button>
    </section>
  );
}
