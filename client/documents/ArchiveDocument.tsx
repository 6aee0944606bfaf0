/** Takes a document off the board, after a question; the server refuses while an edition of it is live. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toasts.ts';

export function ArchiveDocument({ documentId }: { readonly documentId: string }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const archive = useChange('DELETE /api/documents/:documentId', () => {
    toast(t('document.archived-toast'));
    void navigate('/');
  });
  return (
    <section className="section" aria-labelledby="archive">
      <h2 id="archive">{t('document.archive-title')}</h2>
      <p className="muted">{t('document.archive-text')}</p>
      <Button look="danger" className="start" onPress={() => setOpen(true)}>
        {t('document.archive')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
          archive.reset();
        }}
        title={t('document.archive-question')}
        verb={t('document.archive')}
        danger
        isPending={archive.isPending}
        error={archive.error}
        onConfirm={() => archive.mutate({ params: { documentId }, body: { decisionId: newDecisionId() } })}
      >
        <p>{t('document.archive-text')}</p>
      </ConfirmDialog>
    </section>
  );
}
