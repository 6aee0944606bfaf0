/** Says of an archived document that it is one, and takes it out of the archive, after a question. */
import { useState } from 'react';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toasts.ts';

export function RestoreDocument({ documentId }: { readonly documentId: string }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const restore = useChange('POST /api/documents/:documentId/restore', () => {
    setOpen(false);
    toast(t('document.restored-toast'));
  });
  return (
    <div className="archived-note">
      <p>{t('document.archived-note')}</p>
      <Button onPress={() => setOpen(true)}>{t('document.restore')}</Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
          restore.reset();
        }}
        title={t('document.restore-question')}
        verb={t('document.restore')}
        isPending={restore.isPending}
        error={restore.error}
        onConfirm={() => restore.mutate({ params: { documentId }, body: { decisionId: newDecisionId() } })}
      >
        <p>{t('document.restore-text')}</p>
      </ConfirmDialog>
    </div>
  );
}
