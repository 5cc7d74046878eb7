import './words';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../coordinator/ReportPage';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { JobRow } from './JobRow';
import { type Jobs, jobsQuery } from './jobs';
import { RunsDialog } from './RunsDialog';

/** Everything that the service does by itself: when, with what result, and by hand if need be. */
export function JobsPage() {
  const { t } = useTranslation('jobs');
  const { t: retention } = useTranslation('retention');
  const query = useQuery(jobsQuery);
  const { laeufe } = useSearch({ from: '/shell/verwaltung/aufgaben' });
  const navigate = useNavigate();
  const show = (job?: string) =>
    void navigate({
      from: '/verwaltung/aufgaben',
      to: '.',
      search: job ? { laeufe: job } : {},
      replace: true,
      resetScroll: false,
    });
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <p>
        <Link to="/verwaltung/loeschung">{retention('toRetention')}</Link>
      </p>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <JobTable jobs={query.data} onShow={show} />}
      {laeufe && <RunsDialog job={laeufe} onClose={() => show()} />}
    </Page>
  );
}

function JobTable({ jobs, onShow }: { jobs: Jobs; onShow: (job: string) => void }) {
  const { t } = useTranslation('jobs');
  return (
    <Card title={jobs.engine ? t('engine', { engine: jobs.engine }) : t('none')}>
      <WideTable>
        <thead>
          <tr>
            <th scope="col">{t('job')}</th>
            <th scope="col">{t('cadence')}</th>
            <th scope="col">{t('lastRun')}</th>
            <th scope="col">{t('duration')}</th>
            <th scope="col">{t('outcome')}</th>
            <th scope="col">{t('next')}</th>
            <th scope="col">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.jobs.map(job => (
            <JobRow key={job.name} job={job} isHere={jobs.engine !== null} onShow={onShow} />
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}
