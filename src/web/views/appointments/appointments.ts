import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import type { Field, Requirement, Wish } from '../../protocol/messages';
import type { Day } from './wallTime';

export const states = ['requested', 'assigned', 'held', 'cancelled', 'missed'] as const;
export type AppointmentState = (typeof states)[number];

/** The view of GET /api/appointments (APPOINTMENTS.md). */
export interface Appointment {
  id: string;
  version: number;
  seriesId: string | null;
  unitId: string;
  unitName: string;
  customerName: string;
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  priority: 'normal' | 'police_or_child_protection';
  requirements: Requirement[];
  wishes: Wish[];
  /** Only to the one who booked. */
  ownReference: string | null;
  startsAt: string;
  endsAt: string;
  wallStart: string;
  /** It had to be at this time, though it is night, Sunday or a holiday (§ 9 (6) JVEG). */
  isNecessary: boolean;
  bookedAt: string;
  state: AppointmentState;
  cancelledBy: 'requester' | 'coordinator' | null;
  missedBy: 'interpreter' | 'customer' | 'uncovered' | null;
  cancelPercent: number | null;
  interpreter: { id: string; number: string; gender: 'female' | 'male' | 'diverse' } | null;
  answerBy: string;
  coverage: 'none' | 'yellow' | 'red';
  /** When the interpreter said so, and when the first of the customer's side entered the room. */
  readyAt: string | null;
  /** Said so, and still here: whoever lost the page has to say it again. */
  interpreterReady: boolean;
  customerCameAt: string | null;
  /** To coordinators: bound to it, and absent by the own word since. */
  interpreterAbsent: boolean;
  /** To coordinators: somebody has given it back, and nobody has taken it since. */
  givenBack: boolean;
  isOwn: boolean;
}

/** GET /api/appointments/{id}/cancellation: what it costs now, of the booked slot. */
export interface CancellationTerms {
  percent: number;
  /** The last instant at which it costs only this; null where it never becomes dearer. */
  holdsUntil: string | null;
  /** The last instant at which it was cheaper; null where it is free. */
  cheaperUntil: string | null;
}

export const appointmentsKey = ['appointments'];

/** Days in Berlin, both included. Without a unit: all that one may see. */
export interface Period {
  from: Day;
  to: Day;
  unit?: string;
}

export const calendarQuery = ({ from, to, unit }: Period) =>
  queryOptions({
    queryKey: [...appointmentsKey, 'calendar', from, to, unit ?? ''],
    queryFn: ({ signal }) =>
      getJson<Appointment[]>(`/api/appointments?from=${from}&to=${to}${unit ? `&unit=${unit}` : ''}`, signal),
  });

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...appointmentsKey, id],
    queryFn: ({ signal }) => getJson<Appointment>(`/api/appointments/${id}`, signal),
  });

/** Asked anew each time: the answer is money. */
export const cancellationQuery = (id: string) =>
  queryOptions({
    queryKey: [...appointmentsKey, id, 'cancellation'],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => getJson<CancellationTerms>(`/api/appointments/${id}/cancellation`, signal),
  });

export const isOpen = ({ state }: Pick<Appointment, 'state'>): boolean =>
  state === 'requested' || state === 'assigned';

/** Also while it should already run: an interpreter may be late. */
export const isCancellable = (appointment: Pick<Appointment, 'state' | 'endsAt'>, now: number): boolean =>
  isOpen(appointment) && Date.parse(appointment.endsAt) > now;

/** May still be changed, covered and given back. */
export const isAhead = (appointment: Pick<Appointment, 'state' | 'startsAt'>, now: number): boolean =>
  isOpen(appointment) && Date.parse(appointment.startsAt) > now;

export const minutesOf = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

export const byStart = (a: Appointment, b: Appointment): number =>
  Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.id.localeCompare(b.id);
