import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import type {
  DisputeReason,
  DisputeState,
  LineUnit,
  ObjectionReason,
  ServiceKind,
} from '../../shared/disputes';

/** GET /api/my-earnings. */
export interface Month {
  month: string;
  net: number;
  onDocuments: number;
  open: number;
  kinds: { kind: ServiceKind; services: number; net: number }[];
  services: EarnedService[];
  waiting: {
    kind: ServiceKind;
    from: string;
    until: string;
    language: string | null;
    because: 'no_tariff' | 'soon';
  }[];
  year: { year: number; earned: number; billed: number };
}

export interface EarnedService {
  id: string;
  kind: ServiceKind;
  from: string;
  until: string;
  day: Day;
  language: string | null;
  modality: 'video' | 'audio' | null;
  net: number;
  isWithdrawn: boolean;
  document: string | null;
  lines: EarnedLine[];
}

export interface EarnedLine {
  number: number;
  quantity: number;
  unit: LineUnit;
  unitPrice: number;
  net: number;
  explanation: string;
  dispute: OwnDispute | null;
}

export interface OwnDispute {
  id: string;
  state: DisputeState;
  reason: DisputeReason;
  /** Null once they were forgotten. */
  words: string | null;
  raisedAt: string;
  answerBy: Day;
  answer: string | null;
}

/** One row of GET /api/my-documents. */
export interface OwnDocument {
  id: string;
  kind: 'invoice' | 'cancellation' | 'correction' | 'self_billed' | 'self_billed_cancellation';
  number: string;
  issuedOn: Day;
  dueOn: Day | null;
  fromDay: Day;
  untilDay: Day;
  net: number;
  tax: number;
  gross: number;
  cancelledBy: string | null;
  cancels: string | null;
  objectedAt: string | null;
}

export type Treatment =
  | 'standard'
  | 'small_business'
  | 'sign_language_exempt'
  | 'reverse_charge'
  | 'not_taxable'
  | 'eu_small_business';

export interface Limits {
  year: number;
  previous: number;
  current: number;
  previousLimit: number;
  currentLimit: number;
  verdict: 'within' | 'near_next_year' | 'ends_with_year' | 'near_end' | 'not_this_year' | 'ended';
  concerns: boolean;
}

/** GET /api/my-billing. */
export interface MyBilling {
  party: {
    name: string;
    street: string | null;
    postCode: string;
    city: string;
    taxNumber: string | null;
    vatId: string | null;
    iban: string | null;
  } | null;
  tax: {
    statuses: { validFrom: Day; treatment: Treatment; recordedAt: string; byInterpreter: boolean }[];
    agreedSince: Day | null;
    limits: Limits;
  };
}

const key = 'my-billing';
export const myBillingKey = [key] as const;

export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: [key, 'month', month],
    queryFn: ({ signal }) => getJson<Month>(`/api/my-earnings?month=${month}`, signal),
  });

export const documentsQuery = queryOptions({
  queryKey: [key, 'documents'],
  queryFn: ({ signal }) => getJson<OwnDocument[]>('/api/my-documents', signal),
});

export const myBillingQuery = queryOptions({
  queryKey: [key, 'tax'],
  queryFn: ({ signal }) => getJson<MyBilling>('/api/my-billing', signal),
});

export const statementOf = (month: string) => `/api/my-earnings.pdf?month=${month}`;
export const fileOf = ({ id }: OwnDocument, format: 'pdf' | 'xml') => `/api/my-documents/${id}.${format}`;

export const disputeLine = (service: string, line: number, reason: DisputeReason, words: string) =>
  postJson('/api/my-disputes', { service, line, reason, words });

export const takeBack = (dispute: string) => postJson(`/api/my-disputes/${dispute}/take-back`);

export const objectTo = ({ id }: OwnDocument, reason: ObjectionReason, words: string) =>
  postJson(`/api/my-documents/${id}/objection`, { reason, words });

export const declareTreatment = (validFrom: Day, treatment: Treatment) =>
  postJson<MyBilling>('/api/my-billing/vat', { validFrom, treatment });

export const declareAgreement = (agreed: boolean) =>
  postJson<MyBilling>('/api/my-billing/agreement', { agreed });

/** Only a Gutschrift that counts can be objected to. */
export const canBeObjectedTo = ({ cancelledBy, cancels, objectedAt }: OwnDocument): boolean =>
  !cancelledBy && !cancels && !objectedAt;
