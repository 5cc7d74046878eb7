import { queryOptions } from '@tanstack/react-query';
import { getJson, postJson } from '../../../../protocol/http';
import type { Day } from '../../../appointments/wallTime';
import type {
  DisputeReason,
  DisputeState,
  LineUnit,
  ObjectionReason,
  ServiceKind,
} from '../../../shared/disputes';
import type { DisputeSearch } from './disputeSearch';

/** GET /api/billing/disputes. */
export interface Disputes {
  disputes: Dispute[];
  objections: Objection[];
  open: number;
  overdue: number;
}

export interface Dispute {
  id: string;
  side: 'customer' | 'interpreter';
  /** Of an interpreter the number. */
  party: string;
  serviceKind: ServiceKind;
  servedFrom: string;
  quantity: number;
  unit: LineUnit;
  unitPrice: number;
  net: number;
  explanation: string;
  serviceNet: number;
  document: string | null;
  reason: DisputeReason;
  /** Null once they were forgotten. */
  words: string | null;
  state: DisputeState;
  raisedBy: string | null;
  raisedAt: string;
  answerBy: Day;
  endedBy: string | null;
  endedAt: string | null;
  answer: string | null;
  correction: number | null;
  isWithdrawn: boolean;
  cancelledDocument: string | null;
  isOverdue: boolean;
}

export interface Objection {
  documentId: string;
  number: string;
  party: string;
  issuedOn: Day;
  gross: number;
  reason: ObjectionReason;
  words: string | null;
  raisedAt: string;
  cancelledBy: string | null;
}

export const disputesKey = ['billing', 'disputes'] as const;

export const disputesQuery = ({ alle }: DisputeSearch) =>
  queryOptions({
    queryKey: [...disputesKey, alle === true],
    queryFn: ({ signal }) => getJson<Disputes>(`/api/billing/disputes${alle ? '?all=true' : ''}`, signal),
  });

export interface Acceptance {
  change: number | null;
  withdraw: boolean;
  /** The document that goes with it, as it was shown. */
  cancels: string | null;
  words: string;
}

export const accept = (id: string, acceptance: Acceptance) =>
  postJson(`/api/billing/disputes/${id}/accept`, acceptance);

export const reject = (id: string, words: string) =>
  postJson(`/api/billing/disputes/${id}/reject`, { words });

export const takeBack = (id: string) => postJson(`/api/billing/disputes/${id}/take-back`);

export const raise = (document: string, position: number, reason: DisputeReason, words: string) =>
  postJson('/api/billing/disputes', { document, position, reason, words });
