import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';

interface Props {
  title: string;
  act?: string;
  isReady: boolean;
  isPending: boolean;
  error: unknown;
  onBook: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for what is to be booked; closes only when it was. */
export function BookDialog({ title, act, isReady, isPending, error, onBook, onClose, children }: Props) {
  const { t } = useTranslation('money');
  const shell = useTranslation().t;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={isPending} onPress={onBook}>
            {act ?? t('book')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <ErrorAlert error={error} />
      </div>
    </Dialog>
  );
}
