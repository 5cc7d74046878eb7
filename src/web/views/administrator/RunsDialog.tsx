import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { durationOf, isNamed, type JobRun, runsQuery } from './jobs';

/** The runs of one job that are worth remembering. */
export function RunsDialog({ job, onClose }: { job: string; onClose: () => void }) {
  const { t } = useTranslation(['jobs', 'shell']);
  const query = useQuery(runsQuery(job));
  const name = isNamed(job) ? t(`jobs:names.${job}`) : job;
  return (
    <Dialog
      title={t('jobs:runsTitle', { job: name })}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('shell:close')}</Button>}
    >
      {query.isPending && <Skeleton lines={4} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p className="muted">{t('jobs:noRuns')}</p>}
      {query.data && query.data.length > 0 && (
        <ul className="stack">
          {query.data.map(run => (
            <Run key={run.startedAt} run={run} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Run({ run }: { run: JobRun }) {
  const { t } = useTranslation('jobs');
  return (
    <li>
      <Badge tone={run.outcome === 'done' ? 'success' : 'danger'}>{t(`state.${run.outcome}`)}</Badge>{' '}
      {formatDateTime(run.startedAt)}
      <span className="cell-sub">
        {formatNumber(durationOf(run) ?? 0)} s, {t('rows', { count: run.rows })}
        {run.error && `, ${t('error', { error: run.error })}`}
      </span>
    </li>
  );
}
