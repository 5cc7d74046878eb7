import './words';
import './moneyWords';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { dateText } from '../../appointments/timeText';
import { dayOf } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Skeleton } from '../../shared/Skeleton';
import { TextField } from '../../shared/TextField';
import { BaseRateCard } from './BaseRateCard';
import { BillingPage } from './BillingPage';
import { DebtorCard } from './DebtorCard';
import { dunningQuery } from './dunning';
import { readDunningSearch } from './moneySearch';

/** Who is late, what the law adds, and letters to print. Nothing is sent from here. */
export function DunningPage() {
  const { t } = useTranslation('money');
  const { tag } = useSearch({ from: '/shell/disposition/abrechnung/mahnliste' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/mahnliste' });
  const { data, error, isPending, refetch } = useQuery({
    ...dunningQuery(tag),
    placeholderData: keepPreviousData,
  });
  const today = dayOf(serverNow());
  const onDay = (day: string) =>
    void navigate({
      to: '.',
      search: readDunningSearch({ tag: day }),
      replace: true,
      resetScroll: false,
    });
  return (
    <BillingPage title={t('dunning.title')} lead={t('dunning.lead')}>
      <search className="ledger-filters money-day">
        <TextField type="date" label={t('dunning.on')} value={tag ?? data?.on ?? today} onChange={onDay} />
      </search>
      {isPending && <Skeleton lines={8} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data?.baseRateMissingFrom && (
        <Alert tone="warning" title={t('dunning.ratesMissing')}>
          {t('dunning.unknown', { day: dateText(data.baseRateMissingFrom) })}
        </Alert>
      )}
      {data?.debtors.length === 0 && (
        <Card>
          <EmptyState title={t('dunning.emptyTitle')}>{t('dunning.emptyText')}</EmptyState>
        </Card>
      )}
      {data && data.debtors.length > 0 && (
        <>
          <p className="ledger-total" role="status">
            {t('dunning.total', { count: data.debtors.length })}
          </p>
          <p className="muted small">{t('dunning.law')}</p>
          {data.debtors.map(debtor => (
            <DebtorCard key={debtor.customerId} debtor={debtor} on={data.on} today={today} />
          ))}
        </>
      )}
      <BaseRateCard />
    </BillingPage>
  );
}
