import { queryOptions } from '@tanstack/react-query';
import { getJson, http, postJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import type { Tone } from '../../shared/Badge';
import { queryOf } from '../reportSearch';
import type { MoneySearch } from './moneySearch';
import type { Part } from './parts';

export type ReceivableState = 'open' | 'partly_paid' | 'paid' | 'overpaid' | 'cancelled';

export interface Receivable {
  id: string;
  number: string;
  customerId: string;
  customer: string;
  issuedOn: Day;
  dueOn: Day | null;
  lastDay: Day;
  gross: number;
  paid: number;
  balance: number;
  state: ReceivableState;
  daysOverdue: number;
  dunnedOn: Day | null;
}

export interface Credit {
  paymentId: string;
  customerId: string;
  customer: string;
  receivedOn: Day;
  rest: number;
}

/** GET /api/billing/receivables. */
export interface Receivables {
  on: Day;
  open: number;
  overdue: number;
  credit: number;
  items: Receivable[];
  /** How many more there are. */
  left: number;
  credits: Credit[];
}

/** One row of GET /api/billing/payments. */
export interface PaymentRow {
  id: string;
  customerId: string;
  customer: string;
  receivedOn: Day;
  amount: number;
  rest: number;
  isFromBank: boolean;
  remittance: string | null;
  allocations: { documentId: string; number: string; amount: number }[];
  refunds: Refund[];
  reversedOn: Day | null;
  reversedBecause: Reason | null;
  bookedBy: string | null;
}

/** What was paid back of a payment. */
export interface Refund {
  id: string;
  on: Day;
  amount: number;
  reference: string;
  reversedOn: Day | null;
  reversedBecause: Reason | null;
  bookedBy: string | null;
}

export type Reason = 'mistake' | 'returned';
export const reasons: readonly Reason[] = ['mistake', 'returned'];

export interface Statement {
  statement: {
    id: string;
    account: string;
    number: string;
    closedOn: Day;
    balance: 'matches' | 'differs' | 'unknown';
    debits: number;
    pending: number;
    entries: number;
  };
  isOurs: boolean;
  isNew: boolean;
  known: number;
}

export interface Match {
  certainty: 'certain' | 'likely' | 'unknown';
  customerId: string | null;
  parts: { documentId: string; number: string; amount: number }[];
  rest: number;
}

/** One row of GET /api/billing/bank-entries. */
export interface BankEntry {
  entry: {
    id: string;
    kind: 'credit' | 'returned';
    balance: Statement['statement']['balance'];
    bookedOn: Day;
    valuedOn: Day;
    amount: number;
    payerName: string | null;
    payerIban: string | null;
    remittance: string;
  };
  match: Match | null;
  returnable: { paymentId: string; customer: string; receivedOn: Day }[];
}

export interface Booked {
  booked: string[];
  settled: string[];
  refused: { id: string; code: string }[];
}

export const moneyKey = ['billing', 'money'] as const;

const serverStates = { ueberfaellig: 'overdue', alle: 'all' } as const;

export const moneyQueryText = ({ auftraggeber, stand, von, bis }: MoneySearch): string =>
  queryOf({ customer: auftraggeber, state: stand && serverStates[stand], from: von, until: bis });

export const receivablesQuery = (search: MoneySearch) => {
  const asked = moneyQueryText(search);
  return queryOptions({
    queryKey: [...moneyKey, 'receivables', asked],
    // What was issued or cancelled a moment ago is here at once.
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Receivables>(`/api/billing/receivables${asked}`, signal),
  });
};

export const paymentsQuery = (customer: string | undefined) => {
  const asked = queryOf({ customer });
  return queryOptions({
    queryKey: [...moneyKey, 'payments', asked],
    queryFn: ({ signal }) => getJson<PaymentRow[]>(`/api/billing/payments${asked}`, signal),
  });
};

export const entriesQuery = queryOptions({
  queryKey: [...moneyKey, 'entries'],
  staleTime: 0,
  queryFn: ({ signal }) => getJson<BankEntry[]>('/api/billing/bank-entries', signal),
});

export const bookPayment = (order: {
  key: string;
  customerId: string;
  receivedOn: Day;
  amount: number;
  allocations: Part[];
}) => postJson<PaymentRow>('/api/billing/payments', order);

export const allocateCredit = (payment: string, allocations: Part[]) =>
  postJson<PaymentRow>(`/api/billing/payments/${payment}/allocate`, { allocations });

export const refundCredit = (
  payment: string,
  order: { key: string; on: Day; amount: number; reference: string },
) => postJson<PaymentRow>(`/api/billing/payments/${payment}/refund`, order);

/** @param what "payments" or "refunds": both are taken back by a counter entry. */
export const reverse = (what: 'payments' | 'refunds', id: string, reason: Reason, on: Day) =>
  postJson<PaymentRow>(`/api/billing/${what}/${id}/reverse`, {
    reason,
    ...(reason === 'returned' && { on }),
  });

export const importFile = (file: File) =>
  http<Statement[]>('POST', '/api/billing/bank-files', new Blob([file], { type: 'application/xml' }));

export const bookEntries = (entries: { id: string; customerId: string; allocations: Part[] }[]) =>
  postJson<Booked>('/api/billing/bank-entries/book', { entries });

export const dismissEntry = (id: string) => postJson<void>(`/api/billing/bank-entries/${id}/dismiss`);
export const returnEntry = (id: string, paymentId: string) =>
  postJson<void>(`/api/billing/bank-entries/${id}/return`, { paymentId });

export const tones = {
  open: 'info',
  partly_paid: 'info',
  paid: 'success',
  overpaid: 'warning',
  cancelled: 'neutral',
} as const satisfies Record<ReceivableState, Tone>;

export const certaintyTones = {
  certain: 'success',
  likely: 'info',
  unknown: 'warning',
} as const satisfies Record<Match['certainty'], Tone>;

/** Ticked before anybody looks: what is certain, of a statement that is whole. */
export const isSure = ({ match, entry }: BankEntry): boolean =>
  match?.certainty === 'certain' && entry.balance !== 'differs';

/** What one press can book: it says whose it is. */
export const isBookable = ({ match }: BankEntry): boolean =>
  match?.customerId != null && match.parts.length > 0;
