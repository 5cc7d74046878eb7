import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import { queryOf } from '../reportSearch';
import type { Side } from '../tariffs/tariffs';
import { type DocumentSearch, sideWords } from './search';

/** One row of GET /api/billing/documents. */
export interface DocumentRow {
  id: string;
  kind: 'invoice' | 'cancellation' | 'correction' | 'self_billed' | 'self_billed_cancellation';
  number: string;
  side: Side;
  /** Of an interpreter the number. */
  party: string;
  issuedOn: Day;
  dueOn: Day | null;
  fromDay: Day;
  untilDay: Day;
  net: number;
  tax: number;
  gross: number;
  /** The number of the document that took this one back. */
  cancelledBy: string | null;
  /** The number of the document that this one takes back. */
  cancels: string | null;
}

/** GET /api/billing/documents/chain. */
export interface Chain {
  documents: number;
  firstBroken: string | null;
}

/** As many rows as one answer has at most. */
export const documentsAtMost = 500;

export const documentsKey = ['billing', 'documents'] as const;

export const documentsQuery = ({ seite, von, bis, auftraggeber, person, lauf }: DocumentSearch) => {
  const asked = queryOf({
    side: seite && sideWords[seite],
    from: von,
    until: bis,
    customer: auftraggeber,
    interpreter: person,
    run: lauf,
  });
  return queryOptions({
    queryKey: [...documentsKey, asked],
    queryFn: ({ signal }) => getJson<DocumentRow[]>(`/api/billing/documents${asked}`, signal),
  });
};

export const fileOf = ({ id }: DocumentRow, format: 'xml' | 'pdf') =>
  `/api/billing/documents/${id}.${format}`;

export const cancelDocument = ({ id }: DocumentRow) =>
  postJson<{ number: string }>(`/api/billing/documents/${id}/cancel`);

export const checkChain = () => getJson<Chain>('/api/billing/documents/chain');

/** What was cancelled, and what cancels, is not to be cancelled again. */
export const canBeCancelled = ({ cancelledBy, cancels }: DocumentRow): boolean => !cancelledBy && !cancels;
