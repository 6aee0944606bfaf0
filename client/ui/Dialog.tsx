/**
 * A question over the page: focus goes in, stays in and comes back, Escape and a press outside are "no", as long as they
 * lose nothing. Controlled by the one who asks. `ConfirmDialog` is the usual case: a sentence, what will happen, and the verb on the button.
 */
import { Dialog as AriaDialog, type DialogProps as AriaDialogProps } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { Button } from './Button.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { Icon } from './Icon.tsx';
import './dialog.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly role?: AriaDialogProps['role'];
  /**
   * `list`: something to read, with a button that closes it. `palette`: a field, its title for screen readers alone.
   * `form`: much to fill in, side by side where there is room.
   */
  readonly look?: 'question' | 'list' | 'palette' | 'form';
  /** Something was written here that stands nowhere else: only a button closes it, neither Escape nor a press outside. */
  readonly holdsText?: boolean;
  readonly children: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, role = 'dialog', look = 'question', holdsText = false, children } = props;
  const { t } = useI18n();
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!holdsText}
      isKeyboardDismissDisabled={holdsText}
    >
      <Modal className={`dialog-place ${look}`}>
        <AriaDialog className="dialog" role={role}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {look === 'list' && (
              <Button look="quiet" aria-label={t('common.close')} onPress={() => onClose()}>
                <Icon name="close" />
              </Button>
            )}
          </div>
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
        <Button onPress={() => dialog.onClose()}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
