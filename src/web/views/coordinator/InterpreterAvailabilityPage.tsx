import './words';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AvailabilityEditor } from '../shared/availability/AvailabilityEditor';
import { pathOf } from '../shared/availability/availability';
import { useStored } from '../shared/availability/useAvailability';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';

/** The availability of one interpreter, for coordinators. */
export function InterpreterAvailabilityPage() {
  const { t } = useTranslation('availability');
  const { id } = useParams({ from: '/shell/disposition/verfuegbarkeit/$id' });
  const path = pathOf(id);
  const { data, error, isPending, refetch } = useStored(path);
  return (
    <Page
      title={data ? t('other.title', { name: data.name }) : t('own.title')}
      lead={data && t('other.lead', { number: data.number })}
      actions={
        <Link to="/disposition" className="kern-btn kern-btn--tertiary">
          <span className="kern-label">{t('other.back')}</span>
        </Link>
      }
    >
      {isPending && <Skeleton lines={8} />}
      {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && <AvailabilityEditor key={id} path={path} stored={data} own={false} />}
    </Page>
  );
}
