import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LinkButton } from '../shared/LinkButton';
import { Skeleton } from '../shared/Skeleton';
import { BookingForm } from './BookingForm';
import { bookingQuery } from './bookings';

/** What bookkeeping takes: the export, and whose books it is for. Receivables stand with the payments. */
export function Accounts({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('reports');
  const query = useQuery(bookingQuery);
  if (query.error) return <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={6} />;
  return (
    <>
      <Card title={t('books.title')}>
        <p>{t('books.text')}</p>
        {query.data.settings.revision === 0 ? (
          <p>{t('books.missing')}</p>
        ) : (
          <p>
            <a
              className="kern-btn kern-btn--primary"
              href={`/api/reports/bookings.csv?from=${from}&to=${to}`}
              download
            >
              <span className="kern-label">{t('books.download')}</span>
            </a>
          </p>
        )}
        <p className="muted">{t('books.oneYear')}</p>
        <p className="muted">{t('openItems')}</p>
        <div className="row">
          <LinkButton small to="/disposition/abrechnung/zahlungen">
            {t('toPayments')}
          </LinkButton>
        </div>
      </Card>
      <BookingForm answer={query.data} />
    </>
  );
}
