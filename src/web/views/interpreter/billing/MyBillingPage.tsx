import './words';
import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { dayOf } from '../../appointments/wallTime';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Icon } from '../../shared/Icon';
import { Page } from '../../shared/Page';
import { Skeleton } from '../../shared/Skeleton';
import { DocumentsCard } from './DocumentsCard';
import { MonthBar } from './MonthBar';
import { monthQuery, statementOf } from './myBilling';
import { ServicesCard } from './ServicesCard';
import { SumsCard } from './SumsCard';
import { TaxCard } from './TaxCard';
import { WaitingCard } from './WaitingCard';

/** What one has earned, to the last cent explained; the documents about it; and what the tax office wants to know. */
export function MyBillingPage() {
  const { t } = useTranslation('earnings');
  const { monat } = useSearch({ from: '/shell/abrechnung' });
  const navigate = useNavigate({ from: '/abrechnung' });
  const month = monat ?? dayOf(serverNow()).slice(0, 7);
  const { data, error, refetch } = useQuery({ ...monthQuery(month), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <a className="kern-btn kern-btn--secondary" href={statementOf(month)} download>
          <Icon svg={download} />
          <span className="kern-label">{t('statement')}</span>
        </a>
      }
    >
      <MonthBar
        month={month}
        onMonth={next =>
          void navigate({ to: '.', search: { monat: next }, replace: true, resetScroll: false })
        }
      />
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <SumsCard month={data} />
          <ServicesCard month={data} />
          <WaitingCard month={data} />
        </>
      )}
      <DocumentsCard />
      <TaxCard />
    </Page>
  );
}
