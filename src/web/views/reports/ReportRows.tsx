import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import type { Report, ReportRow } from './reports';
import { valueText } from './reports';
import { type By, drillInto, type ReportsSearch } from './reportsSearch';
import { useColumnName } from './useColumnName';
import { WideTable } from './WideTable';

interface Props {
  report: Report;
  by: By | undefined;
  heads: string[];
  search: ReportsSearch;
}

/** All figures of a view. A row leads to the conversations behind it. */
export function ReportRows({ report, by, heads, search }: Props) {
  const { t } = useTranslation('reports');
  const columnName = useColumnName();
  const texts = (row: ReportRow) =>
    report.columns.map((column, place) => (
      <td key={column.key} className={row.hidden ? 'muted' : undefined}>
        {row.hidden ? t('hidden') : valueText(row.values[place] ?? null, column.unit)}
      </td>
    ));
  return (
    <Card>
      <WideTable label={t('title')}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col" className="report-words">
                {head}
              </th>
            ))}
            {report.columns.map(column => (
              <th key={column.key} scope="col">
                {columnName(column.key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map(row => (
            <tr key={row.key}>
              {row.titles.map((title, at) =>
                at === 0 ? (
                  <th key={heads[at]} scope="row" className="report-words">
                    <RowTitle title={title} to={by && !row.hidden ? drillInto(search, by, row.key) : null} />
                  </th>
                ) : (
                  <td key={heads[at]} className="report-words">
                    {title}
                  </td>
                ),
              )}
              {texts(row)}
            </tr>
          ))}
        </tbody>
        {report.total && (
          <tfoot>
            <tr>
              <th scope="row" className="report-words">
                {t('total')}
              </th>
              {heads.slice(1).map(head => (
                <td key={head} />
              ))}
              {texts(report.total)}
            </tr>
          </tfoot>
        )}
      </WideTable>
      {report.rows.some(row => row.hidden) && <p className="muted">{t('hiddenHint')}</p>}
      {report.left > 0 && <p className="muted">{t('left', { count: report.left })}</p>}
    </Card>
  );
}

function RowTitle({ title, to }: { title: string; to: ReportsSearch | null }) {
  const { t } = useTranslation('reports');
  return to ? (
    <Link to="." search={to} resetScroll={false} className="kern-link" aria-label={t('drill', { title })}>
      {title}
    </Link>
  ) : (
    title
  );
}
