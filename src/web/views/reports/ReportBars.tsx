import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import type { Report, ReportRow } from './reports';
import { valueText } from './reports';
import type { By } from './reportsSearch';
import { useColumnName } from './useColumnName';

interface Props {
  report: Report;
  by: By | undefined;
  /** Which column is drawn. */
  place: number;
}

const mostBars = 20;
const width = 640;
const rowHeight = 26;
const plotHeight = 180;
const labels = 290;
const bars = 260;

/** The figures of one column as bars. What is drawn is said in one sentence, and stands in the table below. */
export function ReportBars({ report, by, place }: Props) {
  const { t } = useTranslation('reports');
  const columnName = useColumnName();
  const inTime = by === 'hour' || by === 'day' || by === 'month';
  const all = report.rows.filter(row => !row.hidden && (row.values[place] ?? 0) > 0);
  const rows = inTime
    ? all
    : [...all].sort((a, b) => valueAt(b, place) - valueAt(a, place)).slice(0, mostBars);
  const column = report.columns[place];
  const largest = rows.reduce<ReportRow | null>(
    (most, row) => (most === null || valueAt(row, place) > valueAt(most, place) ? row : most),
    null,
  );
  if (!column || !largest) return null;
  const words = t('chart', {
    column: columnName(column.key),
    rows: rows.length,
    most: valueText(valueAt(largest, place), column.unit),
    title: largest.titles[0] ?? '',
  });
  const scale = valueAt(largest, place);
  return (
    <Card>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <figure className="report-chart" tabIndex={0} aria-label={columnName(column.key)}>
        <svg
          role="img"
          aria-label={words}
          viewBox={`0 0 ${width} ${inTime ? plotHeight + 24 : rows.length * rowHeight}`}
        >
          {rows.map((row, at) =>
            inTime ? (
              <Upright
                key={row.key}
                row={row}
                at={at}
                count={rows.length}
                part={valueAt(row, place) / scale}
              />
            ) : (
              <Level
                key={row.key}
                row={row}
                at={at}
                part={valueAt(row, place) / scale}
                text={valueText(valueAt(row, place), column.unit)}
              />
            ),
          )}
        </svg>
        {!inTime && all.length > rows.length && (
          <figcaption className="muted">{t('chartRest', { count: rows.length })}</figcaption>
        )}
      </figure>
    </Card>
  );
}

// Of "customer, unit" the end tells rows apart.
const shortened = (title: string) =>
  title.length > 44 ? `${title.slice(0, 14)}…${title.slice(-29)}` : title;

const valueAt = (row: ReportRow, place: number) => row.values[place] ?? 0;

function Level({ row, at, part, text }: { row: ReportRow; at: number; part: number; text: string }) {
  const y = at * rowHeight;
  const title = row.titles[0] ?? '';
  return (
    <g>
      <title>{title}</title>
      <text x={labels} y={y + 17} className="report-label" textAnchor="end">
        {shortened(title)}
      </text>
      <rect
        x={labels + 8}
        y={y + 4}
        width={Math.max(2, part * bars)}
        height={rowHeight - 8}
        rx={3}
        className="report-bar"
      />
      <text x={labels + 14 + Math.max(2, part * bars)} y={y + 17} className="report-value">
        {text}
      </text>
    </g>
  );
}

function Upright({ row, at, count, part }: { row: ReportRow; at: number; count: number; part: number }) {
  const step = width / count;
  const height = Math.max(2, part * plotHeight);
  const isNamed = at % Math.ceil(count / 8) === 0;
  return (
    <g>
      <rect
        x={at * step + step * 0.1}
        y={plotHeight - height}
        width={Math.max(1, step * 0.8)}
        height={height}
        rx={Math.min(3, step / 4)}
        className="report-bar"
      />
      {isNamed && (
        <text x={at * step} y={plotHeight + 18} className="report-label">
          {row.titles[0]?.replace(/ bis .*/, ' Uhr')}
        </text>
      )}
    </g>
  );
}
