/** What an editor can do with an edition now. Publishing is offered when it would be allowed and would change something. */
import { useState } from 'react';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toasts.ts';
import type { EditionKey } from './EditionPage.tsx';

export interface EditionActionsProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
}

export function EditionActions({ at, edition }: EditionActionsProps) {
  const { t } = useI18n();
  const [asking, setAsking] = useState<'publish' | 'withdraw'>();
  const done = (): void => setAsking(undefined);
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
      <Button look="primary" isDisabled={!canPublish(edition)} onPress={() => setAsking('publish')}>
        {t('edition.publish')}
      </Button>
      <Publish at={at} edition={edition} isOpen={asking === 'publish'} onClose={done} />
      <Withdraw at={at} isOpen={asking === 'withdraw'} onClose={done} />
    </>
  );
}

/** Nothing blocks it, and readers do not have exactly this already. */
export function canPublish({ blockers, live, changedSinceLive }: EditionView): boolean {
  return blockers.length === 0 && (live === undefined || changedSinceLive);
}

interface Asking {
  readonly at: EditionKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Publish({ at, edition, isOpen, onClose }: Asking & { readonly edition: EditionView }) {
  const { t } = useI18n();
  const n = edition.publications.length + 1;
  const publish = useChange('POST /api/documents/:documentId/editions/:locale/publish', () => {
    toast(t('edition.published-toast', { n }));
    onClose();
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        onClose();
        publish.reset();
      }}
      title={t('edition.publish-question', { n })}
      verb={t('edition.publish-now')}
      isPending={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate({ params: at, body: { decisionId: newDecisionId() } })}
    >
      <p>{t('edition.publish-text')}</p>
    </ConfirmDialog>
  );
}

function Withdraw({ at, isOpen, onClose }: Asking) {
  const { t } = useI18n();
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
      onConfirm={() => withdraw.mutate({ params: at, body: { decisionId: newDecisionId() } })}
    >
      <p>{t('edition.withdraw-text')}</p>
    </ConfirmDialog>
  );
}
