import type { RequestView } from '../../protocol/messages';
import { hasBegun, type Room } from '../shared/room';

type Asked = Pick<RequestView, 'appointment' | 'priority'>;

/** In the room of an appointment: waits for the one who is bound to it, not for whoever is free. Once replaced, it is a search. */
export const isAwaited = (request: Asked | null): boolean =>
  Boolean(request?.appointment) && request?.priority !== 'appointment_uncovered';

/** What is happening in the room, as the key of a German sentence. */
export type AwaitStep = 'accepted' | 'ready' | 'early' | 'late';

export function awaitStep(
  { state }: Pick<RequestView, 'state'>,
  room: Pick<Room, 'interpreterReady' | 'mayReplace' | 'startsAt'>,
  now: number,
): AwaitStep {
  if (state === 'assigned') return 'accepted';
  // Who said so and does not answer is not there.
  if (room.interpreterReady && !room.mayReplace) return 'ready';
  return hasBegun(room, now) ? 'late' : 'early';
}
