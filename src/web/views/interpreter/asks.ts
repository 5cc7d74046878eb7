import { queryOptions } from '@tanstack/react-query';
import { serverNow } from '../../protocol/clock';
import { getJson } from '../../protocol/http';
import { type Appointment, byStart, isOpen } from '../appointments/appointments';
import { matchingId } from '../appointments/calendarSearch';
import { addDays, type Day, dayOf } from '../appointments/wallTime';
import { given } from '../coordinator/reportSearch';

/** Somebody is asked for an appointment and has not answered yet. */
export interface Ask {
  id: string;
  appointment: Appointment;
  askedAt: string;
  answerBy: string;
  rank: number;
}

/** GET /api/my-appointments. */
export interface MyAppointments {
  asks: Ask[];
  appointments: Appointment[];
  /** Asked, and cancelled by the customer before anybody took it. */
  calledOff: Ask[];
}

export const myAppointmentsKey = ['my-appointments'];
/** As far as can be booked ahead, and what is not long over. */
const ahead = 92;
const back = 30;

export const myAppointmentsQuery = (today: Day = dayOf(serverNow())) =>
  queryOptions({
    queryKey: [...myAppointmentsKey, today],
    // The hub tells at once that one is asked; this finds what it could not tell.
    refetchInterval: 30_000,
    queryFn: ({ signal }) =>
      getJson<MyAppointments>(
        `/api/my-appointments?from=${addDays(today, -back)}&to=${addDays(today, ahead)}`,
        signal,
      ),
  });

export const askDeclineReasons = ['no_time', 'not_my_field', 'bias', 'other'] as const;
export type AskDeclineReason = (typeof askDeclineReasons)[number];
export const giveBackReasons = ['ill', 'conflict', 'other'] as const;
export type GiveBackReason = (typeof giveBackReasons)[number];

/** Who has the least time left comes first. */
export const byDeadline = (asks: readonly Ask[], now: number): Ask[] =>
  asks
    .filter(ask => Date.parse(ask.answerBy) > now)
    .sort((a, b) => Date.parse(a.answerBy) - Date.parse(b.answerBy) || byStart(a.appointment, b.appointment));

/** What is still to come, the next first, and what is over, the last first. */
export function divide(appointments: readonly Appointment[], now: number) {
  const sorted = [...appointments].sort(byStart);
  const isComing = (one: Appointment) => isOpen(one) && Date.parse(one.endsAt) > now;
  return { coming: sorted.filter(isComing), over: sorted.filter(one => !isComing(one)).reverse() };
}

/** Others of one's own, bound, that lie in the time that is asked for: the server would refuse. */
export const clashes = (asked: Appointment, own: readonly Appointment[]): Appointment[] =>
  own.filter(
    one =>
      one.state === 'assigned' &&
      Date.parse(one.startsAt) < Date.parse(asked.endsAt) &&
      Date.parse(asked.startsAt) < Date.parse(one.endsAt),
  );

/** What a mail may lead to: a question, or an appointment. */
export interface MySearch {
  anfrage?: string;
  termin?: string;
}

export const readMySearch = (raw: Record<string, unknown>): MySearch =>
  given({ anfrage: matchingId(raw.anfrage), termin: matchingId(raw.termin) });
