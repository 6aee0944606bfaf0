/**
 * What an editor can do with an edition now. Publishing begins with seeing what readers would see changed; it is offered
 * while it would be allowed and change something, and while a correction could appear alone.
 */
import { useMemo, useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toasts.ts';
import { canPublish } from './can-publish.ts';
import { changesAddress } from './comparison.ts';
import type { EditionKey } from './EditionPage.tsx';
import { PlanDialog } from './PlanDialog.tsx';

export interface EditionActionsProps {
  readonly at: EditionKey;
  readonly document: DocumentView;
  readonly edition: EditionView;
}

export function EditionActions({ at, document, edition }: EditionActionsProps) {
  const { t } = useI18n();
  const [asking, setAsking] = useState<'plan' | 'withdraw'>();
  const done = (): void => setAsking(undefined);
  const isOffered = canPublish(edition) || edition.correctable > 0;
  return (
    <>
      {edition.url && (
        <a className="button plain" href={edition.url} target="_blank" rel="noreferrer">
          {t('edition.open')}
          <Icon name="external" size={16} />
        </a>
      )}
      {edition.live !== undefined && (
        <Button look="danger" onPress={() => setAsking('withdraw')}>
          {t('edition.withdraw')}
        </Button>
      )}
      {!edition.plan && !document.archived && <Button onPress={() => setAsking('plan')}>{t('plan.begin')}</Button>}
      {isOffered ? (
        <ButtonLink look="primary" to={changesAddress(at)}>
          {t('edition.publish')}
        </ButtonLink>
      ) : (
        <Button look="primary" isDisabled>
          {t('edition.publish')}
        </Button>
      )}
      {asking === 'plan' && <PlanDialog document={document} locale={at.locale} onClose={done} />}
      <Withdraw at={at} isOpen={asking === 'withdraw'} onClose={done} />
    </>
  );
}

interface Asking {
  readonly at: EditionKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Withdraw({ at, isOpen, onClose }: Asking) {
  const { t } = useI18n();
  // Pressed again after an answer that was lost, it is the same decision; asked again, another.
  const decision = useMemo(() => ({ isOpen, id: newDecisionId() }), [isOpen]);
  const withdraw = useChange('POST /api/documents/:documentId/editions/:locale/withdraw', () => {
    toast(t('edition.withdrawn-toast'));
    onClose();
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        onClose();
        withdraw.reset();
      }}
      title={t('edition.withdraw-question')}
      verb={t('edition.withdraw')}
      danger
      isPending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ params: at, body: { decisionId: decision.id } })}
    >
      <p>{t('edition.withdraw-text')}</p>
      <p className="muted">{t('edition.withdraw-hosts')}</p>
    </ConfirmDialog>
  );
}
