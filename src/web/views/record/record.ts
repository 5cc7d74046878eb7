import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';

/** GET /api/session-records/{code}: German words and instants, as they were signed. */
export interface RecordFacts {
  session: string;
  customer: string;
  unit: string;
  language: string;
  modality: string;
  requestedAt: string;
  startedAt: string;
  endedAt: string;
  billableSeconds: number;
  interpreters: { number: string; qualification: string; from: string; until: string }[];
  issuedAt: string;
  notRecorded: string;
}

export type RecordAnswer = { valid: true; facts: RecordFacts } | { valid: false; facts: null };

/** Asked once for each code: what was signed never changes. */
export const recordQuery = (code: string) =>
  queryOptions({
    queryKey: ['record', code],
    enabled: code !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      getJson<RecordAnswer>(`/api/session-records/${encodeURIComponent(code)}`, signal),
  });
