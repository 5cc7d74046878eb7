import { queryOptions } from '@tanstack/react-query';
import type { retention as german } from '../../i18n/de/retention';
import { getJson } from '../../protocol/http';

export type Kind = keyof typeof german.kinds;
export type Reason = keyof typeof german.holds.reasons;

export interface Proof {
  kind: Kind;
  at: string;
  counted: number;
  oldest: string | null;
}

export interface RetentionClass {
  kind: Kind;
  table: string;
  act: 'delete' | 'anonymise';
  start: keyof typeof german.starts;
  length: number;
  unit: 'days' | 'calendar_years';
  basis: string;
  dueBefore: string;
  /** That the next run takes. */
  due: number;
  held: number;
  lastRun: Proof | null;
}

export interface Hold {
  id: string;
  kind: Kind | null;
  /** Of the customer or interpreter. */
  name: string | null;
  reason: Reason;
  setAt: string;
  setBy: string | null;
}

/** GET /api/retention. */
export interface Retention {
  classes: RetentionClass[];
  holds: Hold[];
  /** Runs that took something, newest first. */
  proofs: Proof[];
}

/** POST /api/retention/holds: one of the three. */
export type HoldTarget = { kind: Kind } | { customerId: string } | { interpreterId: string };

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => getJson<Retention>('/api/retention', signal),
});
