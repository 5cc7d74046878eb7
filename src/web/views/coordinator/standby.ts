import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import type { StandbyNote } from '../shared/standby';

export interface StandbyTake {
  interpreterId: string;
  number: string;
  name: string;
  state: 'offered' | 'accepted' | 'declined' | 'cancelled' | 'served';
  servedMinutes: number | null;
  pausedMinutes: number | null;
  /** What has come in the way since it was offered. */
  hindrance: 'absent' | 'own_appointment' | null;
}

/** One row of GET /api/standby. */
export interface StandbyShift {
  id: string;
  language: string | null;
  startsAt: string;
  endsAt: string;
  places: number;
  note: StandbyNote;
  state: 'open' | 'filled' | 'cancelled';
  takes: StandbyTake[];
}

/** One row of GET /api/standby/candidates. */
export interface StandbyCandidate {
  id: string;
  number: string;
  name: string;
  hindrance: 'outside_availability' | 'other_standby' | 'absent' | 'own_appointment' | null;
}

export interface StandbyOrder {
  language: string | null;
  /** On the wall in Berlin: `2026-12-01T08:00`. */
  start: string;
  minutes: number;
  places: number;
  note: StandbyNote;
  /** Null: all who fit. */
  interpreters: string[] | null;
}

export const shiftsQuery = queryOptions({
  queryKey: ['standby'],
  refetchInterval: 30_000,
  queryFn: ({ signal }) => getJson<StandbyShift[]>('/api/standby', signal),
});

export const candidatesQuery = ({ language, start, minutes }: StandbyOrder) => {
  const query = new URLSearchParams({ start, minutes: `${minutes}`, ...(language && { language }) });
  return queryOptions({
    queryKey: ['standby-candidates', `${query}`],
    enabled: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(start),
    queryFn: ({ signal }) => getJson<StandbyCandidate[]>(`/api/standby/candidates?${query}`, signal),
  });
};

/** Away or promised elsewhere: whoever cannot come is not asked. */
export const cannotCome = ({ hindrance }: StandbyCandidate): boolean =>
  hindrance === 'absent' || hindrance === 'own_appointment';

export type ShownState = StandbyShift['state'] | 'over';

/** A shift that has ended is over, unless it was called off. */
export const stateOf = ({ state, endsAt }: StandbyShift, now: number): ShownState =>
  state !== 'cancelled' && Date.parse(endsAt) <= now ? 'over' : state;

export const takenOf = ({ takes }: StandbyShift): number =>
  takes.filter(({ state }) => state === 'accepted' || state === 'served').length;

/** What is still to come, the earliest first, and the rest, the latest first. */
export function partedShifts(shifts: readonly StandbyShift[], now: number) {
  const isAhead = (shift: StandbyShift) => ['open', 'filled'].includes(stateOf(shift, now));
  return {
    ahead: shifts.filter(isAhead),
    past: shifts.filter(shift => !isAhead(shift)).reverse(),
  };
}
