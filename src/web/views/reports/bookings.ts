import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, getJson, putJson } from '../../protocol/http';

export interface LedgerAccount {
  side: 'customer' | 'interpreter';
  treatment: 'standard' | 'small_business' | 'sign_language_exempt' | 'reverse_charge' | 'not_taxable';
  account: string;
  taxKey: string;
}

export interface BookingSettings {
  /** 0 while nothing was saved. */
  revision: number;
  consultant: number | null;
  client: number | null;
  chart: 'skr03' | 'skr04';
  accountLength: number;
  yearBegins: number;
  debtorsFrom: number;
  creditorsFrom: number;
  accounts: LedgerAccount[];
}

/** GET and PUT /api/reports/booking-settings. */
export interface BookingAnswer {
  settings: BookingSettings;
  usual: Record<BookingSettings['chart'], LedgerAccount[]>;
}

export const bookingQuery = queryOptions({
  queryKey: ['booking-settings'],
  queryFn: ({ signal }) => getJson<BookingAnswer>('/api/reports/booking-settings', signal),
});

/** What is typed, and saving it. */
export function useBookingForm({ settings, usual }: BookingAnswer, onSaved: () => void) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(settings);
  const saving = useMutation({
    mutationFn: () => putJson<BookingAnswer>('/api/reports/booking-settings', draft),
    onSuccess: answer => {
      client.setQueryData(bookingQuery.queryKey, answer);
      setDraft(answer.settings);
      onSaved();
    },
  });
  const fields = fieldsOf(saving.error);
  return {
    draft,
    saving,
    isWrong: (field: string) => fields.includes(field),
    change: (part: Partial<BookingSettings>) => {
      saving.reset();
      setDraft(before => ({ ...before, ...part }));
    },
    /** Another chart has other accounts. */
    choose: (chart: BookingSettings['chart']) =>
      setDraft(before => ({ ...before, chart, accounts: usual[chart] })),
    changeAccount: (at: number, part: Partial<LedgerAccount>) =>
      setDraft(before => ({
        ...before,
        accounts: before.accounts.map((account, place) => (place === at ? { ...account, ...part } : account)),
      })),
  };
}

function fieldsOf(error: unknown): string[] {
  const problem = error instanceof ApiError ? error.problem : undefined;
  return typeof problem === 'object' &&
    problem !== null &&
    'fields' in problem &&
    Array.isArray(problem.fields)
    ? problem.fields.map(String)
    : [];
}
