import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';

interface Props {
  title: string;
  confirm: string;
  error: unknown;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back; names what it is about. */
export function ConfirmDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('cancel')}</Button>
          <Button look="danger" isPending={props.isPending} onPress={props.onConfirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.children}</p>
      <ErrorAlert error={props.error} />
    </Dialog>
  );
}
