import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { cancelDocument, type DocumentRow } from './documents';

interface Props {
  document: DocumentRow;
  onClose: () => void;
}

/** Says what a cancellation does; afterwards the number of the document that it made. */
export function CancelDialog({ document, onClose }: Props) {
  const { t } = useTranslation('documents');
  const shell = useTranslation().t;
  const client = useQueryClient();
  const { number, gross } = document;
  const cancel = useMutation({
    networkMode: 'always',
    mutationFn: () => cancelDocument(document),
    // Also after a refusal: somebody else may have been first.
    onSettled: () => client.invalidateQueries({ queryKey: ['billing'] }),
  });
  if (cancel.data)
    return (
      <Dialog
        title={t('cancel.doneTitle', { number })}
        isOpen
        onClose={onClose}
        actions={
          <Button look="primary" onPress={onClose}>
            {shell('close')}
          </Button>
        }
      >
        <Alert tone="success" live title={t('cancel.doneText', { number: cancel.data.number })} />
      </Dialog>
    );
  return (
    <Dialog
      title={t('cancel.title', { number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button look="danger" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('cancel.act')}
          </Button>
        </>
      }
    >
      <p>{t('cancel.text', { number, gross: formatEuro(gross) })}</p>
      <p>{t('cancel.again')}</p>
      <p className="strong">{t('cancel.final')}</p>
      <ErrorAlert error={cancel.error} />
    </Dialog>
  );
}
