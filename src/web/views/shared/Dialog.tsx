import closeIcon from '@material-symbols/svg-400/rounded/close.svg?raw';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  /** Stays open on Escape and on a press outside. */
  mustAnswer?: boolean;
}

/** A modal dialog: the focus stays inside and returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, mustAnswer }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={Boolean(mustAnswer)}
      onOpenChange={open => !open && onClose()}
    >
      <Modal className="modal">
        <AriaDialog className="dialog" {...(mustAnswer && { role: 'alertdialog' as const })}>
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!mustAnswer && (
              <Button look="tertiary" small icon={closeIcon} aria-label={t('close')} onPress={onClose} />
            )}
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
