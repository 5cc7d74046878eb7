import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import type { StandbyNote } from '../shared/standby';

/** One row of GET /api/my-standby. */
export interface OwnStandby {
  id: string;
  language: string | null;
  startsAt: string;
  endsAt: string;
  note: StandbyNote;
  state: 'offered' | 'accepted' | 'cancelled' | 'served';
  isFull: boolean;
  servedMinutes: number | null;
  pausedMinutes: number | null;
  giveBackUntil: string;
}

export type StandbyAnswer = 'accept' | 'decline' | 'give_back';

export const ownStandbyQuery = queryOptions({
  queryKey: ['my-standby'],
  staleTime: 0,
  refetchInterval: 30_000,
  queryFn: ({ signal }) => getJson<OwnStandby[]>('/api/my-standby', signal),
});

/** Offers that can be answered, what was promised, and what was served, the latest first. */
export const partedStandby = (rows: readonly OwnStandby[]) => ({
  offers: rows.filter(({ state }) => state === 'offered'),
  promised: rows.filter(({ state }) => state === 'accepted' || state === 'cancelled'),
  served: rows.filter(({ state }) => state === 'served').reverse(),
});

export type Hold = 'free' | 'binding' | 'over' | 'withdrawn';

/** Whether a promised shift can still be given back. */
export function holdOf({ state, giveBackUntil, endsAt }: OwnStandby, now: number): Hold {
  if (state === 'cancelled') return 'withdrawn';
  if (Date.parse(endsAt) <= now) return 'over';
  return Date.parse(giveBackUntil) >= now ? 'free' : 'binding';
}
