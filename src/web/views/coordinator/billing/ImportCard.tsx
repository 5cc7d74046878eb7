import upload from '@material-symbols/svg-400/rounded/upload_file.svg?raw';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { importFile, type Statement } from './money';

/** Takes the bank's file; nothing is booked by it. */
export function ImportCard() {
  const { t } = useTranslation('money');
  const client = useQueryClient();
  const take = useMutation({
    networkMode: 'always',
    mutationFn: importFile,
    onSettled: () => client.invalidateQueries({ queryKey: ['billing', 'money'] }),
  });
  return (
    <Card
      title={t('importTitle')}
      actions={
        <FileTrigger
          acceptedFileTypes={['.xml', 'application/xml', 'text/xml']}
          onSelect={files => files?.[0] && take.mutate(files[0])}
        >
          <Button look="primary" icon={upload} isPending={take.isPending}>
            {t(take.isPending ? 'reading' : 'choose')}
          </Button>
        </FileTrigger>
      }
    >
      <p className="muted">{t('importText')}</p>
      <ErrorAlert error={take.error} />
      {take.data?.map(one => (
        <Result key={one.statement.id} {...one} />
      ))}
    </Card>
  );
}

function Result({ statement, isOurs, isNew, known }: Statement) {
  const { t } = useTranslation('money');
  const { number, closedOn, account, balance, entries, debits, pending } = statement;
  const counts = [
    t('importedNew', { count: isNew ? entries : 0 }),
    known > 0 && t('importedKnown', { count: known }),
    debits > 0 && t('importedDebits', { count: debits }),
    pending > 0 && t('importedPending', { count: pending }),
  ].filter(Boolean);
  return (
    <div className="stack-tight">
      <Alert
        tone={isNew ? 'success' : 'info'}
        live
        title={t('imported', { number, day: dateText(closedOn) })}
      >
        <p>{isNew ? counts.join(', ') : t('importedBefore')}</p>
      </Alert>
      {balance === 'differs' && <Alert tone="warning" title={t('balanceDiffers')} />}
      {!isOurs && <Alert tone="warning" title={t('notOurs', { account })} />}
    </div>
  );
}
