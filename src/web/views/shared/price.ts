import { queryOptions } from '@tanstack/react-query';
import { formatEuro } from '../../i18n/format';
import { getJson } from '../../protocol/http';

/** A price before the order, or what is earned before the acceptance (BILLING.md). */
export interface Price {
  /** Only of a conversation at once. */
  sentence: string | null;
  net: number;
  /** Null on the interpreter's side. */
  gross: number | null;
  explanations: string[];
  cancelling: Cancelling[];
  /** Of a conversation at once, on the customer's side. */
  budget?: BudgetNote | null;
}

/** The tightest budget that holds, before the order, and whether the order passes. */
export interface BudgetNote {
  outcome: 'passes' | 'passes_with_note' | 'passes_as_emergency' | 'refused';
  percentAfter: number;
  budget: {
    name: string;
    percent: number;
    remaining: number;
    contact: string | null;
  };
}

export interface Cancelling {
  /** Null up to the start. */
  until: string | null;
  net: number;
  gross: number | null;
}

/** A missing price stops nobody: no content is null, and errors are silent. */
const priceQuery = (path: string) =>
  queryOptions({
    queryKey: ['price', path],
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => (await getJson<Price | undefined>(path, signal)) ?? null,
  });

export const livePriceQuery = (language: string, modality: string, level: number | null) =>
  priceQuery(`/api/price?language=${language}&modality=${modality}${level ? `&level=${level}` : ''}`);
export const offerEarningsQuery = (offer: string) => priceQuery(`/api/offers/${offer}/earnings`);
export const appointmentEarningsQuery = (appointment: string) =>
  priceQuery(`/api/appointments/${appointment}/earnings`);

export const amounts = ({ net, gross }: Pick<Price, 'net' | 'gross'>) => ({
  net: formatEuro(net),
  gross: formatEuro(gross ?? net),
});
