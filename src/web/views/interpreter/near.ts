import { type Appointment, byStart } from '../appointments/appointments';
import { isOfNow } from '../appointments/ofNow';

/** Bound and near; and until its slot is over the one to which the customer never came: the interpreter may go, and is told so. */
export const isNear = (appointment: Appointment, now: number): boolean =>
  isOfNow(
    appointment.state === 'missed' && appointment.missedBy === 'customer'
      ? { ...appointment, state: 'assigned' }
      : appointment,
    now,
  );

export const nearOnes = (appointments: readonly Appointment[], now: number): Appointment[] =>
  appointments.filter(one => isNear(one, now)).sort(byStart);
