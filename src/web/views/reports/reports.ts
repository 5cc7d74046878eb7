import { queryOptions } from '@tanstack/react-query';
import { formatEuro, formatNumber } from '../../i18n/format';
import { getJson } from '../../protocol/http';

export type Unit = 'count' | 'seconds' | 'minutes' | 'euro' | 'part';

export interface ReportColumn {
  key: string;
  unit: Unit;
}

export interface ReportRow {
  key: string;
  titles: string[];
  /** Parts are from 0 to 1, minutes are seconds. */
  values: (number | null)[];
  hidden: boolean;
}

/** GET /api/reports/{view}. */
export interface Report {
  view: string;
  from: string;
  to: string;
  by: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  total: ReportRow | null;
  left: number;
  next: string | null;
}

/** GET /api/units. */
interface OwnUnit {
  unitId: string;
  name: string;
  customerId: string;
  customerName: string;
}

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => getJson<OwnUnit[]>('/api/units', signal),
});

const tenth = (value: number) => Math.round(value * 10) / 10;

/** A value as a German reader expects it; a dash where there is nothing to say. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  switch (unit) {
    case 'euro':
      return formatEuro(value);
    case 'part':
      return `${formatNumber(tenth(value * 100))}\u00a0%`;
    case 'minutes':
      return formatNumber(tenth(value / 60));
    case 'seconds':
      return `${formatNumber(value)}\u00a0s`;
    case 'count':
      return formatNumber(value);
  }
}
