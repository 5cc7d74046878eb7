import { queryOptions } from '@tanstack/react-query';
import { getJson, http } from '../../../protocol/http';

// A tariff as BILLING.md has it: money in euro, net.

export type Side = 'customer' | 'interpreter';
export const priceKinds = ['per_minute', 'per_slot', 'per_half_hour', 'first_then_steps'] as const;
export type PriceKind = (typeof priceKinds)[number];
export const levels = [
  'sworn',
  'state_examined',
  'certified_community',
  'qualified_community',
  'short_course',
  'none',
] as const;
export type Level = (typeof levels)[number];

/** In the order of their names. */
export const lands = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export type Land = (typeof lands)[number];

export type Price =
  | { kind: 'per_minute'; price: number; minimumMinutes: number; stepMinutes: number }
  | { kind: 'per_slot'; slotMinutes: number; price: number }
  | { kind: 'per_half_hour'; hourlyRate: number }
  | {
      kind: 'first_then_steps';
      firstMinutes: number;
      firstPrice: number;
      stepMinutes: number;
      stepPrice: number;
    };

export interface Row {
  price: Price;
  languages: string[];
  levels: Level[];
  booking?: 'live' | 'booked';
  modality?: 'video' | 'audio';
}

export interface Band {
  /** Monday 1, Tuesday 2 … Sunday 64, holiday 128. */
  days: number;
  from: string;
  until: string;
}

export interface Surcharge {
  key: string;
  name: string;
  kind: 'percent' | 'flat';
  value: number;
  bands: Band[];
  needsNecessity: boolean;
}

/** A step of a ladder; only those by the hour are edited here. */
export type LadderStep = { kind: 'hours_before'; hours: number; percent: number } | OtherStep;
interface OtherStep {
  kind: 'previous_working_day' | 'calendar_days_before';
  percent: number;
  [name: string]: unknown;
}

export type Cancellation =
  | {
      kind: 'percent_of_slot';
      ladder?: { steps: LadderStep[] };
      atLeast?: number;
      atMost?: number;
      isDamages: boolean;
    }
  | { kind: 'declared_loss'; minutesAtMost: number; isDamages: boolean };

export interface Tariff {
  id: string;
  family: string;
  name: string;
  side: Side;
  validFrom: string;
  validUntil?: string;
  chosenBy: 'date_of_order' | 'date_of_service';
  price: Price;
  rows: Row[];
  surcharges: Surcharge[];
  stacking: 'highest_only' | 'additive';
  /** Whose holidays count; none is the seat of the customer. */
  holidaysOf?: Land;
  slots: { unusedPercent: number; noShowPercent: number; delayPercent: number };
  cancellation?: Cancellation;
  standby?: { perHour: number; stepMinutes: number; isPausePaid: boolean };
  programme?: { key: string; name: string };
}

export interface Version {
  tariff: Tariff;
  revision: number;
  isUsed: boolean;
  changedAt: string;
  changedBy?: string | null;
  words: string;
}

export interface Assignment {
  id: string;
  side: Side;
  customerId?: string | null;
  customerName?: string | null;
  interpreterId?: string | null;
  interpreterNumber?: string | null;
  family: string;
  validFrom: string;
}

/** GET /api/tariffs; every change answers with the same. */
export interface Tariffs {
  tariffs: Version[];
  assignments: Assignment[];
}

export interface Violation {
  field: string;
  code: string;
}

export interface Line {
  kind: string;
  net: number;
  explanation: string;
}

export interface Example {
  title: string;
  lines: Line[];
  net: number;
  programmeNet: number;
}

export interface TariffCheck {
  violations: Violation[];
  examples: Example[];
}

export const tariffsQuery = queryOptions({
  queryKey: ['tariffs'],
  queryFn: ({ signal }) => getJson<Tariffs>('/api/tariffs', signal),
});

/** The draft is the key: an answer to an older one can never be taken for one to this. */
export const checkQuery = (tariff: Tariff | null) =>
  queryOptions({
    queryKey: ['tariff-check', tariff],
    enabled: tariff !== null,
    staleTime: 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => http<TariffCheck>('POST', '/api/tariffs/check', { tariff }, signal),
  });
