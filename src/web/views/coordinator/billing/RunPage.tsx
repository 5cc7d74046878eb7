import './words';
import './runWords';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from './BillingPage';
import { RunParts } from './RunParts';
import { RunState } from './RunState';
import { type RunView, runQuery } from './runs';

/** A run: how far it is, what it made, and what it could not. */
export function RunPage() {
  const { t } = useTranslation('runs');
  const { id } = useParams({ from: '/shell/disposition/abrechnung/laeufe/$id' });
  const { data, error, isPending, refetch } = useQuery(runQuery(id));
  if (data) return <LoadedRun view={data} />;
  return (
    <BillingPage title={t('title')}>
      {isPending && <Skeleton lines={8} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
    </BillingPage>
  );
}

function LoadedRun({ view }: { view: RunView }) {
  const { t } = useTranslation('runs');
  const billing = useTranslation('billing').t;
  const { run, parts } = view;
  const period = billing('period', { from: dateText(run.fromDay), until: dateText(run.untilDay) });
  return (
    <BillingPage
      title={t('run.title', { side: billing(`sides.${run.side}`), period })}
      lead={t('run.lead', {
        at: formatDateTime(run.startedAt),
        name: run.startedByName ?? t('run.somebody'),
        day: dateText(run.issuedOn),
      })}
      actions={
        <LinkButton to="/disposition/abrechnung" activeOptions={{ exact: true }}>
          {t('preview.back')}
        </LinkButton>
      }
    >
      <RunState view={view} />
      <RunParts side={run.side} parts={parts} />
    </BillingPage>
  );
}
