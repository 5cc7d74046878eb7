import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';

/** GET /api/appointments/{id}/loss (BILLING.md); nothing where there is nothing to declare. */
export interface LossClaim {
  /** Euro, net: more is not paid. */
  most: number;
  declareUntil: string;
  declared: number | null;
  declaredAt: string | null;
}

export const lossQuery = (appointment: string) =>
  queryOptions({
    queryKey: ['loss', appointment],
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) =>
      (await getJson<LossClaim | undefined>(`/api/appointments/${appointment}/loss`, signal)) ?? null,
  });
