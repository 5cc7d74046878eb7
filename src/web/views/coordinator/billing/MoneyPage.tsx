import './words';
import './moneyWords';
import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Icon } from '../../shared/Icon';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from './BillingPage';
import { CreditCard } from './CreditCard';
import { EntryCard } from './EntryCard';
import { ImportCard } from './ImportCard';
import { MoneyFilters } from './MoneyFilters';
import { moneyQueryText, type Receivable, type Receivables, receivablesQuery } from './money';
import type { MoneySearch } from './moneySearch';
import { PaymentCard } from './PaymentCard';
import { PaymentDialog } from './PaymentDialog';
import { ReceivableTable } from './ReceivableTable';

/** What customers owe and what came: from the bank's file, or by hand. */
export function MoneyPage() {
  const { t } = useTranslation('money');
  const search = useSearch({ from: '/shell/disposition/abrechnung/zahlungen' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/zahlungen' });
  const [paying, setPaying] = useState<Receivable | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    ...receivablesQuery(search),
    placeholderData: keepPreviousData,
  });
  const onSearch = (next: MoneySearch) =>
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  const title = t(search.stand === 'alle' ? 'itemsAll' : 'items');
  return (
    <BillingPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <ul className="report-files" aria-label={t('files')}>
          {(['csv', 'xlsx', 'pdf'] as const).map(kind => (
            <li key={kind}>
              <a
                className="kern-btn kern-btn--secondary link-button"
                href={`/api/billing/receivables.${kind}${moneyQueryText(search)}`}
                download
                aria-label={t('download', { kind: kind.toUpperCase() })}
              >
                <Icon svg={download} />
                <span className="kern-label">{kind.toUpperCase()}</span>
              </a>
            </li>
          ))}
        </ul>
      }
    >
      <ImportCard />
      <EntryCard />
      <MoneyFilters search={search} onSearch={onSearch} />
      {isPending && <Skeleton lines={8} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Figures {...data} />
          <Card title={title}>
            {data.items.length === 0 ? (
              <EmptyState title={t('emptyTitle')}>
                {t(Object.keys(search).length > 0 ? 'emptyFilterText' : 'emptyText')}
              </EmptyState>
            ) : (
              <ReceivableTable caption={title} items={data.items} onRecord={setPaying} />
            )}
            {data.left > 0 && <p className="muted">{t('left', { count: data.left })}</p>}
          </Card>
          <CreditCard credits={data.credits} today={data.on} />
          {paying && <PaymentDialog invoice={paying} today={data.on} onClose={() => setPaying(null)} />}
          <PaymentCard customer={search.auftraggeber} today={data.on} />
        </>
      )}
    </BillingPage>
  );
}

function Figures({ open, overdue, credit }: Receivables) {
  const { t } = useTranslation('money');
  return (
    <dl className="money-figures" aria-label={t('figures')}>
      {(
        [
          ['open', open],
          ['overdue', overdue],
          ['credit', credit],
        ] as const
      ).map(([word, value]) => (
        <div key={word}>
          <dt>{t(word)}</dt>
          <dd>{formatEuro(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
