import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { SelectField } from '../shared/SelectField';
import { Skeleton } from '../shared/Skeleton';
import { ReportBars } from './ReportBars';
import { ReportFiles } from './ReportFiles';
import { ReportRows } from './ReportRows';
import type { Report } from './reports';
import { byOf, type ReportsSearch, reportQuery, viewOf } from './reportsSearch';
import { useColumnName } from './useColumnName';

interface Props {
  search: ReportsSearch;
  isStaff: boolean;
  onChange: (change: Record<string, string | undefined>) => void;
}

/** The figures of one view: as a chart, as a table, as files. */
export function ReportSection({ search, isStaff, onChange }: Props) {
  const { t } = useTranslation('reports');
  const view = viewOf(search) === 'accounts' ? 'vat' : viewOf(search);
  const by = byOf(search);
  const asked = reportQuery(search);
  const query = useReport(view, asked);
  const report = query.data;
  const named = view === 'accounts' ? 'vat' : view;
  return (
    <>
      <p className="report-explain">
        {t(`explain.${named}`)}{' '}
        {view === 'unserved' && isStaff && (
          <Link to="/disposition/nicht-bedient" className="kern-link">
            {t('ledgerLink')}
          </Link>
        )}
      </p>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {report && report.rows.length === 0 && (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </Card>
      )}
      {report && report.rows.length > 0 && (
        <>
          <div className="report-bar-row">
            {view !== 'vat' && <ColumnField report={report} search={search} onChange={onChange} />}
            <ReportFiles view={view} query={asked} />
          </div>
          {view !== 'vat' && <ReportBars report={report} by={by} place={placeOf(report, search)} />}
          <ReportRows report={report} by={by} heads={headsOf(view, by, t)} search={search} />
        </>
      )}
    </>
  );
}

export const useReport = (view: string, asked: string) =>
  useQuery({
    queryKey: ['report', view, asked],
    queryFn: ({ signal }) => getJson<Report>(`/api/reports/${view}${asked}`, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === view ? keepPreviousData(before) : undefined),
  });

const placeOf = (report: Report, { balken }: ReportsSearch) =>
  Math.max(
    0,
    report.columns.findIndex(column => column.key === balken),
  );

function headsOf(
  view: string,
  by: ReturnType<typeof byOf>,
  t: ReturnType<typeof useTranslation<'reports'>>['t'],
) {
  if (view === 'vat') return [t('month'), t('side'), t('treatment')];
  return [by ? t(`bys.${by}`) : t('interpreter')];
}

function ColumnField({ report, search, onChange }: { report: Report } & Omit<Props, 'isStaff'>) {
  const { t } = useTranslation('reports');
  const columnName = useColumnName();
  return (
    <SelectField
      label={t('inChart')}
      value={report.columns[placeOf(report, search)]?.key ?? ''}
      options={report.columns.map(({ key }) => ({ value: key, label: columnName(key) }))}
      onChange={balken => onChange({ balken })}
    />
  );
}
