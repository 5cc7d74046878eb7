import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { postJson } from '../../../protocol/http';
import { dateText } from '../../appointments/timeText';
import { dayOf, isDay } from '../../appointments/wallTime';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { TextField } from '../../shared/TextField';
import { toast } from '../../shared/toasts';
import { ConfirmDialog } from '../ConfirmDialog';
import { type Tax, taxQuery } from './parties';

interface Props {
  id: string;
  name: string;
}

/** That we may write the Gutschrift for somebody, since when, and that it was revoked. */
export function AgreementCard({ id, name }: Props) {
  const { t } = useTranslation('parties');
  const { data, error } = useQuery(taxQuery(id));
  const [since, setSince] = useState(() => dayOf(serverNow()));
  const [isTried, setTried] = useState(false);
  const [isRevoking, setRevoking] = useState(false);
  const record = useRecord(id, () => setRevoking(false));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDay(since) && !record.isPending) record.mutate({ agreed: true, since });
  };
  return (
    <Card title={t('agreement.title')}>
      <p className="muted small">{t('agreement.lead')}</p>
      {data && <State agreedSince={data.agreedSince} />}
      <ErrorAlert error={error} />
      <form className="stack" noValidate onSubmit={submit}>
        <TextField
          type="date"
          label={t('agreement.since')}
          value={since}
          onChange={setSince}
          error={isTried && !isDay(since) ? t('vat.noDay') : undefined}
        />
        {!isRevoking && <ErrorAlert error={record.error} />}
        <div className="row">
          <Button type="submit" isPending={record.isPending}>
            {t('agreement.add')}
          </Button>
          {data?.agreedSince && (
            <Button look="tertiary" onPress={() => setRevoking(true)}>
              {t('agreement.revoke')}
            </Button>
          )}
        </div>
      </form>
      {isRevoking && (
        <ConfirmDialog
          title={t('agreement.revokeTitle')}
          confirm={t('agreement.revoke')}
          error={record.error}
          isPending={record.isPending}
          onConfirm={() => record.mutate({ agreed: false, since: dayOf(serverNow()) })}
          onClose={() => setRevoking(false)}
        >
          {t('agreement.revokeText', { name })}
        </ConfirmDialog>
      )}
    </Card>
  );
}

function State({ agreedSince }: Pick<Tax, 'agreedSince'>) {
  const { t } = useTranslation('parties');
  if (!agreedSince) return <p>{t('agreement.missing')}</p>;
  const word = agreedSince > dayOf(serverNow()) ? 'coming' : 'there';
  return <p>{t(`agreement.${word}`, { day: dateText(agreedSince) })}</p>;
}

function useRecord(id: string, onDone: () => void) {
  const { t } = useTranslation('parties');
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (order: { agreed: boolean; since: string }) =>
      postJson<Tax>(`/api/billing/interpreters/${id}/agreement`, order),
    onSuccess: (tax, { agreed, since }) => {
      client.setQueryData(taxQuery(id).queryKey, tax);
      for (const part of ['parties', 'preview'])
        void client.invalidateQueries({ queryKey: ['billing', part] });
      toast('success', agreed ? t('agreement.done', { day: dateText(since) }) : t('agreement.revoked'));
      onDone();
    },
  });
}
