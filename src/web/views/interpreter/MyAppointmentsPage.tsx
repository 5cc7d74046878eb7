import './words';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { Alert } from '../shared/Alert';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { AskRow } from './AskRow';
import { byDeadline, divide, type MyAppointments, type MySearch, myAppointmentsQuery } from './asks';
import { CalledOff } from './CalledOff';
import { OwnAppointments } from './OwnAppointments';
import { WaitingCustomer } from './WaitingCustomer';

/** What one is asked for, what one has said yes to, and what is over. */
export function MyAppointmentsPage() {
  const { t } = useTranslation('appointments');
  const search = useSearch({ from: '/shell/dashboard/termine' });
  const { data, error, refetch } = useQuery(myAppointmentsQuery());
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      <WaitingCustomer />
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <Mine mine={data} search={search} />}
    </Page>
  );
}

function Mine({ mine, search }: { mine: MyAppointments; search: MySearch }) {
  const { t } = useTranslation('appointments');
  const now = serverNow();
  const asks = byDeadline(mine.asks, now);
  const { coming, over } = divide(mine.appointments, now);
  const asked = asks.find(ask => ask.id === search.anfrage);
  useEffect(() => {
    const target = search.anfrage ? `anfrage-${search.anfrage}` : `termin-${search.termin}`;
    document.getElementById(target)?.focus();
  }, [search.anfrage, search.termin]);
  return (
    <div className="stack">
      {search.anfrage && !asked && <Alert tone="info" title={t('mine.askOver')} />}
      <Card title={t('ask.title')}>
        {asks.length === 0 ? (
          <p className="muted">{t('ask.none')}</p>
        ) : (
          <ul className="asks">
            {asks.map(ask => (
              <AskRow key={ask.id} ask={ask} own={mine.appointments} isMarked={ask === asked} />
            ))}
          </ul>
        )}
        <CalledOff asks={mine.calledOff} />
      </Card>
      <Card title={t('mine.coming')}>
        {coming.length === 0 ? (
          <EmptyState title={t('mine.noneTitle')}>{t('mine.noneText')}</EmptyState>
        ) : (
          <OwnAppointments appointments={coming} marked={search.termin} />
        )}
      </Card>
      {over.length > 0 && (
        <Card title={t('mine.over')}>
          <OwnAppointments appointments={over} marked={search.termin} />
        </Card>
      )}
    </div>
  );
}
