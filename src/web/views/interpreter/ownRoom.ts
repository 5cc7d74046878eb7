import type { Appointment } from '../appointments/appointments';
import { hasBegun, phaseOf, type RoomAsRead } from '../shared/room';

/** Where the interpreter stands with the room, as the key of a German sentence. */
export type OwnRoomState =
  | 'ahead'
  | 'toConfirm'
  | 'overdue'
  | 'overdueMissed'
  | 'customerAbsent'
  | 'customerMissed'
  | 'customerWaits'
  | 'customerLeft'
  | 'talking'
  | 'over';

export function ownRoomState(
  room: RoomAsRead,
  { customerCameAt }: Pick<Appointment, 'customerCameAt'>,
  hasTalked: boolean,
  now: number,
): OwnRoomState {
  const isPast = (instant: string) => now >= Date.parse(instant);
  if (room.isTalking) return 'talking';
  const phase = phaseOf(room, now);
  if (phase === 'ahead') return 'ahead';
  const neverCame = customerCameAt === null && !hasTalked && !room.customerWaits;
  if (room.interpreterReady && neverCame && isPast(room.customerMissedAt)) return 'customerMissed';
  if (phase === 'over') return 'over';
  if (!room.interpreterReady && !hasTalked) {
    if (!hasBegun(room, now)) return 'toConfirm';
    return isPast(room.interpreterMissedAt) ? 'overdueMissed' : 'overdue';
  }
  if (room.customerWaits) return 'customerWaits';
  return neverCame ? 'customerAbsent' : 'customerLeft';
}

/** Where something is still to be said to be ready for. */
export const isToConfirm = (state: OwnRoomState): boolean =>
  state === 'toConfirm' || state === 'overdue' || state === 'overdueMissed';
