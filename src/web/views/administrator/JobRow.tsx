import history from '@material-symbols/svg-400/rounded/history.svg?raw';
import play from '@material-symbols/svg-400/rounded/play_arrow-fill.svg?raw';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format';
import { postJson } from '../../protocol/http';
import { Badge, type Tone } from '../shared/Badge';
import { Button } from '../shared/Button';
import { toast, toastError } from '../shared/toasts';
import { durationOf, isNamed, type Job, jobsQuery, readCadence } from './jobs';

const tones: Record<'running' | 'done' | 'failed', Tone> = {
  running: 'info',
  done: 'success',
  failed: 'danger',
};

interface Props {
  job: Job;
  isHere: boolean;
  onShow: (job: string) => void;
}

export function JobRow({ job, isHere, onShow }: Props) {
  const { t } = useTranslation('jobs');
  const client = useQueryClient();
  const name = isNamed(job.name) ? t(`names.${job.name}`) : job.name;
  const run = useMutation({
    mutationFn: () => postJson(`/api/jobs/${job.name}/run`),
    onSuccess: () => {
      toast('success', t('asked', { job: name }));
      void client.invalidateQueries(jobsQuery);
    },
    onError: toastError,
  });
  const duration = durationOf(job);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{useCadence(job.cadence)}</td>
      <td>{job.startedAt ? formatDateTime(job.startedAt) : t('never')}</td>
      <td className="cell-figure">{duration !== null && `${formatNumber(duration)} s`}</td>
      <td>
        <Outcome job={job} />
      </td>
      <td>{job.nextRunAt ? formatDateTime(job.nextRunAt) : '–'}</td>
      <td className="cell-actions">
        <Button
          small
          look="tertiary"
          icon={history}
          aria-label={t('runsNamed', { job: name })}
          onPress={() => onShow(job.name)}
        />
        {isHere && (
          <Button
            small
            icon={play}
            isPending={run.isPending}
            aria-label={t('runNowNamed', { job: name })}
            onPress={() => run.mutate()}
          >
            {t('runNow')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Outcome({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <>
      {job.outcome && <Badge tone={tones[job.outcome]}>{t(`state.${job.outcome}`)}</Badge>}
      {job.isSilent && (
        <span title={t('silentHelp')}>
          <Badge tone="warning">{t('silent')}</Badge>
        </span>
      )}
      {job.failuresInARow > 0 && (
        <span className="cell-sub">
          {t('failures', { count: job.failuresInARow })}
          {job.error && `, ${job.error}`}
        </span>
      )}
      {!!job.rows && <span className="cell-sub">{t('rows', { count: job.rows })}</span>}
    </>
  );
}

function useCadence(cadence: string): string {
  const { t } = useTranslation('jobs');
  const words = readCadence(cadence);
  return words.kind === 'daily'
    ? t('every.daily', { time: words.time })
    : t(`every.${words.kind}`, { count: words.count });
}
