/** Asks for the words that a return or an approval in spite of faults needs. They stay until the server has them. */
import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export interface ReasonDialogProps {
  readonly purpose: 'return' | 'dismiss';
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
  readonly children?: ReactNode;
}

export function ReasonDialog({ purpose, onClose, onReason, children }: ReasonDialogProps) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  return (
    <Dialog isOpen onClose={onClose} title={t(`review.${purpose}-title`)}>
      <form
        className="reason-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onReason(reason.trim());
        }}
      >
        {children}
        <label>
          <span>{t(`review.${purpose}-reason`)}</span>
          <textarea
            dir={reason === '' ? undefined : 'auto'}
            rows={3}
            maxLength={2000}
            required
            // The dialog is this question.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <div className="dialog-actions">
          <Button type="submit" look="primary" isDisabled={isEmpty}>
            {t(`review.${purpose}-verb`)}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
