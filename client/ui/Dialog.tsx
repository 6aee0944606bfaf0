/**
 * A question over the page: focus goes in, stays in and comes back, Escape and a press outside are "no". Controlled by
 * the one who asks. `ConfirmDialog` is the usual case: a sentence, what will happen, and the verb on the button.
 */
import { Dialog as AriaDialog, type DialogProps as AriaDialogProps } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { Button } from './Button.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import './dialog.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly role?: AriaDialogProps['role'];
  readonly children: ReactNode;
}

export function Dialog({ isOpen, onClose, title, role = 'dialog', children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="dialog-place">
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'role'> {
  /** The verb on the button, never "OK". */
  readonly verb: string;
  readonly danger?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
}

export function ConfirmDialog({ verb, danger, isPending, error, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog {...dialog} role="alertdialog">
      {children}
      {error ? <ErrorNote error={error} /> : null}
      <div className="dialog-actions">
        <Button look={danger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
          {verb}
        </Button>
        <Button onPress={dialog.onClose}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
