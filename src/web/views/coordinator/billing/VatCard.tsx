import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatEuro } from '../../../i18n/format';
import { serverNow } from '../../../protocol/clock';
import { postJson } from '../../../protocol/http';
import { dateText } from '../../appointments/timeText';
import { dayOf, isDay } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { SelectField } from '../../shared/SelectField';
import { Skeleton } from '../../shared/Skeleton';
import { TextField } from '../../shared/TextField';
import { toast } from '../../shared/toasts';
import { BillingTable } from './BillingTable';
import { type Tax, type Treatment, taxQuery, treatments } from './parties';

/** How somebody is taxed: rows are added, never changed. */
export function VatCard({ id }: { id: string }) {
  const { t } = useTranslation('parties');
  const { data, error, isPending, refetch } = useQuery(taxQuery(id));
  return (
    <Card title={t('vat.title')}>
      <p className="muted small">{t('vat.lead')}</p>
      {isPending && <Skeleton lines={3} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data?.statuses.length === 0 && <p>{t('vat.none')}</p>}
      {data && data.statuses.length > 0 && <History statuses={data.statuses} />}
      {data?.limits.concerns && <Limits limits={data.limits} />}
      <VatForm id={id} />
    </Card>
  );
}

function History({ statuses }: Pick<Tax, 'statuses'>) {
  const { t } = useTranslation('parties');
  return (
    <BillingTable
      caption={t('vat.history')}
      head={[
        { key: 'from', text: t('vat.from') },
        { key: 'treatment', text: t('vat.treatment') },
        { key: 'recordedAt', text: t('vat.recordedAt') },
      ]}
    >
      {statuses.map(({ validFrom, treatment, recordedAt, byInterpreter }) => (
        <tr key={recordedAt}>
          <th scope="row">{dateText(validFrom)}</th>
          <td data-label={t('vat.treatment')}>{t(`vat.treatments.${treatment}`)}</td>
          <td data-label={t('vat.recordedAt')}>
            {formatDateTime(recordedAt)}
            {byInterpreter && <span className="cell-sub">{t('vat.byInterpreter')}</span>}
          </td>
        </tr>
      ))}
    </BillingTable>
  );
}

/** Beyond them the treatment has to be changed before anything is billed. */
function Limits({ limits }: Pick<Tax, 'limits'>) {
  const { t } = useTranslation('parties');
  const { year, previous, current, previousLimit, currentLimit, verdict } = limits;
  const isOver = verdict === 'ended' || verdict === 'not_this_year';
  return (
    <Alert
      tone={isOver ? 'danger' : verdict === 'within' ? 'info' : 'warning'}
      title={t(`vat.limits.${isOver ? 'over' : verdict === 'within' ? 'within' : 'near'}`)}
    >
      {t('vat.limits.sums', {
        before: year - 1,
        previous: formatEuro(previous),
        previousLimit: formatEuro(previousLimit),
        year,
        current: formatEuro(current),
        currentLimit: formatEuro(currentLimit),
      })}
    </Alert>
  );
}

function VatForm({ id }: { id: string }) {
  const { t } = useTranslation('parties');
  const client = useQueryClient();
  const [validFrom, setFrom] = useState(() => dayOf(serverNow()));
  const [treatment, setTreatment] = useState<Treatment>('standard');
  const [isTried, setTried] = useState(false);
  const add = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson<Tax>(`/api/billing/interpreters/${id}/vat`, { validFrom, treatment }),
    onSuccess: tax => {
      client.setQueryData(taxQuery(id).queryKey, tax);
      for (const part of ['parties', 'preview'])
        void client.invalidateQueries({ queryKey: ['billing', part] });
      toast(
        'success',
        t('vat.done', { treatment: t(`vat.treatments.${treatment}`), day: dateText(validFrom) }),
      );
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDay(validFrom) && !add.isPending) add.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        type="date"
        label={t('vat.from')}
        value={validFrom}
        onChange={setFrom}
        error={isTried && !isDay(validFrom) ? t('vat.noDay') : undefined}
      />
      <SelectField
        label={t('vat.treatment')}
        value={treatment}
        options={treatments.map(value => ({ value, label: t(`vat.treatments.${value}`) }))}
        onChange={value => setTreatment(value as Treatment)}
      />
      <p className="muted small">{t('vat.addHint')}</p>
      <ErrorAlert error={add.error} />
      <div className="row">
        <Button type="submit" isPending={add.isPending}>
          {t('vat.add')}
        </Button>
      </div>
    </form>
  );
}
