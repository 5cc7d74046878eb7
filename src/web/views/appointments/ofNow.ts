import type { Appointment } from './appointments';
import { byStart } from './appointments';
import { dayOf } from './wallTime';

const hour = 60 * 60_000;
/** So long before its start an appointment is of now. */
const before = hour;
/** No appointment is longer, whatever the rules say. */
const longest = 24 * hour;

/** Somebody is bound to it, and it is near or runs. */
export const isOfNow = (
  { state, startsAt, endsAt }: Pick<Appointment, 'state' | 'startsAt' | 'endsAt'>,
  now: number,
): boolean => state === 'assigned' && now >= Date.parse(startsAt) - before && now < Date.parse(endsAt);

/** The Berlin days on which something may be of now: one that began yesterday may still run. */
export const daysOfNow = (now: number) => ({ from: dayOf(now - longest), to: dayOf(now + before) });

/** Those that one booked oneself; where there is none, the next of one's unit: a colleague's, or booked by the Disposition. */
export function ofNow(appointments: readonly Appointment[], now: number): Appointment[] {
  const found = appointments.filter(one => isOfNow(one, now)).sort(byStart);
  const own = found.filter(one => one.isOwn);
  return own.length > 0 ? own : found.slice(0, 1);
}
