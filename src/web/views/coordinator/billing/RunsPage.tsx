import './words';
import './runWords';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from './BillingPage';
import { BillingTable } from './BillingTable';
import { type Run, runsQuery } from './runs';
import { runTones } from './runTones';

/** The last runs, and the way to the next one. */
export function RunsPage() {
  const { t } = useTranslation('runs');
  const query = useQuery({
    ...runsQuery,
    refetchInterval: ({ state: { data } }) => data?.some(run => run.state === 'issuing') && 3_000,
  });
  const make = (
    <LinkButton look="primary" to="/disposition/abrechnung/laeufe/neu">
      {t('make')}
    </LinkButton>
  );
  return (
    <BillingPage title={t('title')} lead={t('lead')} actions={make}>
      {query.isPending && <Skeleton lines={6} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </Card>
      )}
      {query.data && query.data.length > 0 && <RunList runs={query.data} />}
    </BillingPage>
  );
}

function RunList({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation('runs');
  const head = [
    { key: 'what', text: t('what') },
    { key: 'state', text: t('state') },
    { key: 'parties', text: t('parties') },
    { key: 'issuedOn', text: t('issuedOn') },
    { key: 'by', text: t('by') },
  ];
  return (
    <Card title={t('list')}>
      <BillingTable caption={t('list')} head={head}>
        {runs.map(run => (
          <RunRow key={run.id} run={run} />
        ))}
      </BillingTable>
    </Card>
  );
}

function RunRow({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const billing = useTranslation('billing').t;
  const period = billing('period', { from: dateText(run.fromDay), until: dateText(run.untilDay) });
  const side = billing(`sides.${run.side}`);
  const at = formatDateTime(run.startedAt);
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{side}</span>
        <span className="cell-sub">{period}</span>
        <LinkButton
          small
          to="/disposition/abrechnung/laeufe/$id"
          params={{ id: run.id }}
          aria-label={t('showNamed', { side, period, at })}
        >
          {t('show')}
        </LinkButton>
      </th>
      <td data-label={t('state')}>
        <Badge tone={runTones[run.state]}>{t(`states.${run.state}`)}</Badge>
      </td>
      <td data-label={t('parties')}>
        <RunCounts run={run} />
      </td>
      <td data-label={t('issuedOn')}>{dateText(run.issuedOn)}</td>
      <td data-label={t('by')}>
        {at}
        {run.startedByName && <span className="cell-sub">{t('byWhom', { name: run.startedByName })}</span>}
      </td>
    </tr>
  );
}

function RunCounts({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const counts = (['issued', 'refused', 'planned'] as const).filter(
    (state, place) => place === 0 || run[state] > 0,
  );
  return <>{counts.map(state => t(state, { count: run[state] })).join(', ')}</>;
}
