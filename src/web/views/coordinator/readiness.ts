import type { Appointment } from '../appointments/appointments';
import { hasBegun } from '../shared/room';

/** So long before the start readiness is looked at. */
const before = 10 * 60_000;

type Day = Pick<Appointment, 'state' | 'startsAt' | 'endsAt' | 'readyAt'>;

/** Begun, or about to; with who is late, as long as anything can still be done. */
export const isToday = ({ state, startsAt, endsAt }: Day, now: number): boolean =>
  state === 'assigned' && now >= Date.parse(startsAt) - before && now < Date.parse(endsAt);

export type Readiness = 'talking' | 'ready' | 'notReady' | 'overdue' | 'customerWaits';

/** What the floor knows of it right now. */
export interface Present {
  customerWaits: boolean;
  isTalking: boolean;
}

/** Who is there, as badges: in a conversation nothing else matters. */
export function readinessOf(appointment: Day, present: Present, now: number): Readiness[] {
  if (appointment.state === 'assigned' && present.isTalking) return ['talking'];
  if (!isToday(appointment, now)) return [];
  const interpreter = appointment.readyAt ? 'ready' : hasBegun(appointment, now) ? 'overdue' : 'notReady';
  return present.customerWaits ? [interpreter, 'customerWaits'] : [interpreter];
}
