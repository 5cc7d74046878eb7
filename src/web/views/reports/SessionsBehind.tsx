import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { ReportFiles } from './ReportFiles';
import { type Report, type ReportRow, valueText } from './reports';
import { type ReportsSearch, sessionsQuery } from './reportsSearch';
import { WideTable } from './WideTable';

interface Props {
  search: ReportsSearch;
  isStaff: boolean;
  onClose: () => void;
}

/** The single conversations behind the figures, newest first. */
export function SessionsBehind({ search, isStaff, onClose }: Props) {
  const { t } = useTranslation('reports');
  const head = useRef<HTMLHeadingElement>(null);
  const asked = sessionsQuery(search);
  const query = useInfiniteQuery({
    queryKey: ['report', 'sessions', asked],
    queryFn: ({ signal, pageParam }) =>
      getJson<Report>(`/api/reports/sessions${sessionsQuery(search, pageParam)}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  });
  // Whoever pressed a figure is led to what is behind it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other question leads there anew
  useEffect(() => head.current?.focus(), [asked]);
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Card>
      <div className="report-bar-row">
        <h2 className="card-title" tabIndex={-1} ref={head}>
          {t('view.sessions')}
        </h2>
        <ReportFiles view="sessions" query={asked} />
      </div>
      {!isStaff && <p className="muted">{t('ownSessions')}</p>}
      {query.isPending && <Skeleton lines={6} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      {rows.length > 0 && <SessionRows rows={rows} />}
      <p className="report-bar-row">
        {query.hasNextPage && (
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        <Button onPress={onClose}>{t('drillClose')}</Button>
      </p>
    </Card>
  );
}

function SessionRows({ rows }: { rows: readonly ReportRow[] }) {
  const { t } = useTranslation('reports');
  const heads = [
    t('session.number'),
    t('session.start'),
    t('language'),
    t('modality'),
    t('customer'),
    t('unit'),
  ];
  return (
    <WideTable label={t('view.sessions')}>
      <thead>
        <tr>
          {heads.map(name => (
            <th key={name} scope="col" className="report-words">
              {name}
            </th>
          ))}
          <th scope="col">{t('column.minutes')}</th>
          <th scope="col">{t('column.net')}</th>
          <th scope="col">{t('session.record')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            {row.titles.map((title, at) =>
              at === 0 ? (
                <th key={heads[at]} scope="row" className="report-words">
                  {title}
                </th>
              ) : (
                <td key={heads[at]} className="report-words">
                  {title}
                </td>
              ),
            )}
            <td>{valueText(row.values[0] ?? null, 'minutes')}</td>
            <td>{row.values[1] == null ? t('noPrice') : valueText(row.values[1], 'euro')}</td>
            <td>
              <a
                className="kern-link"
                href={`/api/sessions/${row.key}/record.pdf`}
                download
                aria-label={t('recordOf', { number: row.titles[0] ?? '' })}
              >
                {t('record')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
