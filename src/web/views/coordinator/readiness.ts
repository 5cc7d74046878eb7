import type { Appointment } from '../appointments/appointments';
import { hasBegun } from '../shared/room';

/** Minutes before the start, as long as the rule is not known. */
export const usualOpening = 10;

type Day = Pick<Appointment, 'state' | 'startsAt' | 'endsAt' | 'interpreterReady'>;

/** Begun, or about to; with who is late, as long as anything can still be done. */
export const isOn = ({ state, startsAt, endsAt }: Day, now: number, opensBefore = usualOpening): boolean =>
  state === 'assigned' && now >= Date.parse(startsAt) - opensBefore * 60_000 && now < Date.parse(endsAt);

export type Readiness = 'talking' | 'ready' | 'notReady' | 'overdue' | 'customerWaits';

/** What the floor knows of it right now. */
export interface Present {
  customerWaits: boolean;
  isTalking: boolean;
}

/** Who is there, as badges: in a conversation nothing else matters. */
export function readinessOf(
  appointment: Day,
  present: Present,
  now: number,
  opensBefore?: number,
): Readiness[] {
  if (appointment.state === 'assigned' && present.isTalking) return ['talking'];
  if (!isOn(appointment, now, opensBefore)) return [];
  const interpreter = appointment.interpreterReady
    ? 'ready'
    : hasBegun(appointment, now)
      ? 'overdue'
      : 'notReady';
  return present.customerWaits ? [interpreter, 'customerWaits'] : [interpreter];
}
