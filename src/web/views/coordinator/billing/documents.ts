import { queryOptions } from '@tanstack/react-query';
import { serverNow } from '../../../protocol/clock';
import { getJson, postJson } from '../../../protocol/http';
import { addMonths, type Day, dayOf } from '../../appointments/wallTime';
import { queryOf } from '../reportSearch';
import type { Side } from '../tariffs/tariffs';
import type { InvoiceFormat } from './parties';
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
  format: InvoiceFormat;
  /** Since then it has no effect as an invoice. */
  objectedAt: string | null;
  /** Null for customers, whose invoices go other ways. */
  announcedAt: string | null;
  /** When the interpreter had one of its files for the first time. */
  fetchedAt: string | null;
  /** The number of the document that took this one back. */
  cancelledBy: string | null;
  /** The number of the document that this one takes back. */
  cancels: string | null;
  /** The number of the invoice that stands in the place of this one. */
  correctedBy: string | null;
  /** The number of the invoice in whose place this one stands. */
  corrects: string | null;
}

/** GET /api/billing/documents/chain. */
export interface Chain {
  documents: number;
  firstBroken: string | null;
  /** Numbers go from 1 to the last one. */
  series: { series: string; year: number; last: number; missing: number[] }[];
}

/** As many rows as one answer has at most. */
export const documentsAtMost = 500;

export const documentsKey = ['billing', 'documents'] as const;

/** Twelve months unless it is said otherwise; the documents of one run whenever it was. */
export const firstDay = ({ von, lauf }: DocumentSearch): Day =>
  von ?? (lauf ? '2020-01-01' : addMonths(dayOf(serverNow()), -12));

export const documentsQuery = (search: DocumentSearch) => {
  const { seite, bis, auftraggeber, person, lauf } = search;
  const asked = queryOf({
    side: seite && sideWords[seite],
    from: firstDay(search),
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

/** Neither changes what was issued: each makes a document of its own. */
export type TakeBack = 'cancel' | 'correct';

export const takeBack = ({ id }: Pick<DocumentRow, 'id'>, way: TakeBack) =>
  postJson<{ number: string }>(`/api/billing/documents/${id}/${way}`);

export const checkChain = () => getJson<Chain>('/api/billing/documents/chain');

/** What takes back counts against what it takes back; on the document itself no amount is negative. */
export const signOf = ({ cancels }: DocumentRow): 1 | -1 => (cancels ? -1 : 1);

/** What was cancelled or corrected, and what cancels, is not to be cancelled again. */
export const canBeCancelled = ({ cancelledBy, cancels, correctedBy }: DocumentRow): boolean =>
  !cancelledBy && !cancels && !correctedBy;

/** A Gutschrift is cancelled instead. */
export const canBeCorrected = (row: DocumentRow): boolean => row.side === 'customer' && canBeCancelled(row);
