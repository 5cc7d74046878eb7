import './words';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../shared/ErrorAlert';
import { languagesQuery } from '../shared/languages';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { appointmentQuery } from './appointments';
import { Booking } from './Booking';
import { dayText } from './timeText';
import { dayOf } from './wallTime';

/** Books an appointment, or a series of them; the address may name one that is to be repeated. */
export function BookingPage() {
  const { t } = useTranslation('appointments');
  const search = useSearch({ from: '/shell/termine/neu' });
  const catalogue = useQuery(languagesQuery);
  const source = useQuery({ ...appointmentQuery(search.wie ?? ''), enabled: search.wie !== undefined });
  const isReady = catalogue.data && (search.wie === undefined || !source.isPending);
  return (
    <Page
      title={t('form.title')}
      lead={source.data ? t('form.repeats', { day: dayText(dayOf(source.data.startsAt)) }) : t('form.lead')}
    >
      {catalogue.error && <ErrorAlert error={catalogue.error} onRetry={() => void catalogue.refetch()} />}
      {source.error && <ErrorAlert error={source.error} />}
      {!isReady && !catalogue.error && <Skeleton lines={8} />}
      {isReady && (
        <Booking
          key={search.wie}
          catalogue={catalogue.data}
          source={source.data}
          day={search.tag}
          unit={search.stelle}
          language={search.sprache}
        />
      )}
    </Page>
  );
}
