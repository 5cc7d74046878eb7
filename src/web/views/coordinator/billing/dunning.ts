import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import { queryOf } from '../reportSearch';

export const levels = ['reminder', 'notice', 'last_notice'] as const;
export type Level = (typeof levels)[number];

export interface Overdue {
  id: string;
  number: string;
  lastDay: Day;
  gross: number;
  balance: number;
  daysOverdue: number;
  interest: number;
  lumpSum: number;
  unknownFrom: Day | null;
  steps: { from: Day; until: Day; days: number; principal: number; rate: number; amount: number }[];
  notes: { id: string; level: Level; on: Day }[];
  next: Level | null;
  nextFrom: Day;
}

export interface Debtor {
  customerId: string;
  customer: string;
  balance: number;
  interest: number;
  lumpSum: number;
  next: Level | null;
  isDue: boolean;
  items: Overdue[];
}

/** GET /api/billing/dunning. */
export interface Dunning {
  on: Day;
  baseRateMissingFrom: Day | null;
  debtors: Debtor[];
}

/** One row of GET /api/billing/base-rates. */
export interface BaseRate {
  validFrom: Day;
  percent: number;
  source: string;
  recordedBy: string | null;
}

export const dunningQuery = (on: Day | undefined) =>
  queryOptions({
    queryKey: ['billing', 'dunning', on ?? ''],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Dunning>(`/api/billing/dunning${queryOf({ on })}`, signal),
  });

export const ratesQuery = queryOptions({
  queryKey: ['billing', 'base-rates'],
  queryFn: ({ signal }) => getJson<BaseRate[]>('/api/billing/base-rates', signal),
});

export const letterOf = (customer: string, level: Level, on: Day): string =>
  `/api/billing/dunning/${customer}.pdf${queryOf({ level, on })}`;

export const noteSent = (level: Level, on: Day, documents: string[]) =>
  postJson<void>('/api/billing/dunning/notes', { level, on, documents });
export const withdrawNote = (id: string) => postJson<void>(`/api/billing/dunning/notes/${id}/withdraw`);
export const addRate = (validFrom: Day, percent: number, source: string) =>
  postJson<BaseRate[]>('/api/billing/base-rates', { validFrom, percent, source });

/** The half-year after the newest that is on record. */
export function nextHalfYear(rates: readonly BaseRate[]): Day {
  const [year = 2026, month = 1] = (rates[0]?.validFrom ?? '2026-01-01').split('-').map(Number);
  return month < 7 ? `${year}-07-01` : `${year + 1}-01-01`;
}

/** Until when somebody waits for an answer before the next letter. */
export const waitsUntil = ({ items }: Debtor): Day | undefined =>
  items
    .filter(({ next }) => next !== null)
    .map(({ nextFrom }) => nextFrom)
    .sort()[0];
