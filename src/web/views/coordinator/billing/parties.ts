import { queryOptions } from '@tanstack/react-query';
import { ApiError, getJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import type { Side } from '../tariffs/tariffs';

/** One row of GET /api/billing/parties. */
export interface PartyOverview {
  id: string;
  name: string;
  /** Of an interpreter. */
  number: string | null;
  hasData: boolean;
  /** The last two of interpreters only. */
  hasAgreement: boolean | null;
  hasVat: boolean | null;
}

export const invoiceFormats = ['xrechnung', 'zugferd'] as const;
export type InvoiceFormat = (typeof invoiceFormats)[number];

/** Data of one party as they go over the wire. */
export interface PartyData {
  name: string;
  street: string | null;
  postCode: string;
  city: string;
  country: string;
  vatId: string | null;
  taxNumber: string | null;
  number: string | null;
  leitwegId: string | null;
  orderReference: string | null;
  email: string | null;
  phone: string | null;
  contactName: string | null;
  iban: string | null;
  bic: string | null;
  accountHolder: string | null;
  paymentDays: number;
  format: InvoiceFormat;
  revision: number;
}

export const treatments = [
  'standard',
  'small_business',
  'sign_language_exempt',
  'reverse_charge',
  'eu_small_business',
] as const;
export type Treatment = (typeof treatments)[number];

/** GET /api/billing/interpreters/{id}/tax. */
export interface Tax {
  statuses: {
    validFrom: Day;
    treatment: Treatment | 'not_taxable';
    recordedAt: string;
    /** Declared in the browser by the person itself. */
    byInterpreter: boolean;
  }[];
  agreedSince: Day | null;
  limits: SmallBusinessLimits;
}

/** § 19 UStG by our own documents: others may have paid more. */
export interface SmallBusinessLimits {
  year: number;
  previous: number;
  current: number;
  previousLimit: number;
  currentLimit: number;
  verdict: 'within' | 'near_next_year' | 'ends_with_year' | 'near_end' | 'not_this_year' | 'ended';
  /** One of a small business today. */
  concerns: boolean;
}

export type Whose = 'issuer' | 'customer' | 'interpreter';

export const partyPath = (role: Whose, id: string | null): string =>
  role === 'issuer' ? '/api/billing/issuer' : `/api/billing/${role}s/${id}`;

export const partiesQuery = (side: Side) =>
  queryOptions({
    queryKey: ['billing', 'parties', side],
    queryFn: ({ signal }) => getJson<PartyOverview[]>(`/api/billing/parties?side=${side}`, signal),
  });

/** Null where nothing was said yet. */
export const partyQuery = (role: Whose, id: string | null) =>
  queryOptions({
    queryKey: ['billing', 'party', role, id],
    queryFn: async ({ signal }) =>
      (await getJson<PartyData | undefined>(partyPath(role, id), signal)) ?? null,
  });

export const taxQuery = (id: string) =>
  queryOptions({
    queryKey: ['billing', 'tax', id],
    queryFn: ({ signal }) => getJson<Tax>(`/api/billing/interpreters/${id}/tax`, signal),
  });

export type Gap = 'noData' | 'noAgreement' | 'noVat';

export function gapsOf({ hasData, hasAgreement, hasVat }: PartyOverview): Gap[] {
  const gaps: Gap[] = [];
  if (!hasData) gaps.push('noData');
  if (hasAgreement === false) gaps.push('noAgreement');
  if (hasVat === false) gaps.push('noVat');
  return gaps;
}

export function shownParties(
  all: readonly PartyOverview[],
  named: string,
  onlyGaps: boolean,
): PartyOverview[] {
  const text = named.trim().toLocaleLowerCase('de');
  return all.filter(
    party =>
      (!text || `${party.number ?? ''} ${party.name}`.toLocaleLowerCase('de').includes(text)) &&
      (!onlyGaps || gapsOf(party).length > 0),
  );
}

/** The fields that the service did not take. */
export function wrongFields(error: unknown): string[] {
  if (!(error instanceof ApiError) || error.code !== 'billing_party_invalid') return [];
  const fields = (error.problem as { fields?: unknown } | undefined)?.fields;
  return Array.isArray(fields) ? fields.filter(one => typeof one === 'string') : [];
}
