import { queryOptions } from '@tanstack/react-query';
import { getJson, http } from '../../../protocol/http';

// Budgets as BILLING.md has them: money in euro, net.

export const standings = ['free', 'warned', 'used_up'] as const;
export type Standing = (typeof standings)[number];

export interface BudgetEvent {
  kind: 'threshold' | 'emergency';
  percent: number;
  at: string;
}

export interface Budget {
  id: string;
  customerId: string;
  customerName: string;
  unitId: string | null;
  unitName: string | null;
  name: string;
  from: string;
  until: string;
  amount: number;
  warnAt: number[];
  stops: boolean;
  contact: string | null;
  revision: number;
  changedAt: string;
  changedBy: string;
  used: number;
  committed: number;
  remaining: number;
  percent: number;
  standing: Standing;
  forecast: {
    basis: 'not_begun' | 'too_early' | 'rate' | 'booked' | 'over';
    total: number | null;
    words: string;
  };
  events: BudgetEvent[];
}

/** GET /api/budgets; every change answers with the same. */
export interface Budgets {
  today: string;
  budgets: Budget[];
}

export interface BudgetChange {
  at: string;
  by: string | null;
  action: 'budget.added' | 'budget.changed';
  changes: Record<string, { from: string | null; to: string | null }>;
}

export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  refetchInterval: 60_000,
  queryFn: ({ signal }) => getJson<Budgets>('/api/budgets', signal),
});

export const historyQuery = (budget: Pick<Budget, 'id' | 'revision'>) =>
  queryOptions({
    queryKey: ['budget-history', budget.id, budget.revision],
    queryFn: async ({ signal }) =>
      (await getJson<{ changes: BudgetChange[] }>(`/api/budgets/${budget.id}/history`, signal)).changes,
  });

export const removeBudget = ({ id, revision }: Budget) =>
  http<Budgets>('DELETE', `/api/budgets/${id}?revision=${revision}`);
