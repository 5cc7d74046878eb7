import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import { appointmentsKey } from '../appointments/appointments';
import type { Obstacle } from './reasons';

export type CalendarObstacle =
  | 'outside_availability'
  | 'absent'
  | 'own_appointment'
  | 'notice_too_short'
  | 'too_long';

export type AskState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'given_back';

interface Somebody {
  id: string;
  number: string;
  name: string;
}

export interface RankedCandidate extends Somebody {
  reasons: {
    continuity: boolean;
    fulfilledWishes: number;
    level: number;
    knowsField: boolean;
    minutesThatWeek: number;
  };
  ask: { state: AskState; askedAt: string; answerBy: string } | null;
}

export interface HinderedCandidate extends Somebody {
  obstacles: Obstacle[];
  calendar: CalendarObstacle[];
}

/** GET /api/appointments/{id}/candidates. */
export interface AppointmentCandidates {
  ranked: RankedCandidate[];
  hindered: HinderedCandidate[];
}

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: [...appointmentsKey, id, 'candidates'],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<AppointmentCandidates>(`/api/appointments/${id}/candidates`, signal),
  });

/** Those who lack the language are most of all people; nobody looks for them here. */
export const nearlyFit = (hindered: readonly HinderedCandidate[]): HinderedCandidate[] =>
  hindered.filter(({ obstacles }) => !obstacles.includes('language'));
