import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { type DocumentRow, type TakeBack, takeBack } from './documents';

interface Props {
  document: DocumentRow;
  way: TakeBack;
  onClose: () => void;
}

/** Says what a cancellation or a correction does; afterwards the number of the document that it made. */
export function TakeBackDialog({ document, way, onClose }: Props) {
  const { t } = useTranslation('documents');
  const shell = useTranslation().t;
  const client = useQueryClient();
  const { number, gross } = document;
  const act = useMutation({
    networkMode: 'always',
    mutationFn: () => takeBack(document, way),
    // Also after a refusal: somebody else may have been first.
    onSettled: () => client.invalidateQueries({ queryKey: ['billing'] }),
  });
  if (act.data)
    return (
      <Dialog
        title={t(`${way}.doneTitle`, { number })}
        isOpen
        onClose={onClose}
        actions={
          <Button look="primary" onPress={onClose}>
            {shell('close')}
          </Button>
        }
      >
        <Alert tone="success" live title={t(`${way}.doneText`, { number: act.data.number })} />
      </Dialog>
    );
  return (
    <Dialog
      title={t(`${way}.title`, { number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button
            look={way === 'cancel' ? 'danger' : 'primary'}
            isPending={act.isPending}
            onPress={() => act.mutate()}
          >
            {t(`${way}.act`)}
          </Button>
        </>
      }
    >
      <p>{t(`${way}.text`, { number, gross: formatEuro(gross) })}</p>
      <p>{t(`${way}.again`)}</p>
      <p className="strong">{t(`${way}.final`)}</p>
      <ErrorAlert error={act.error} />
    </Dialog>
  );
}
