import type { FloorInterpreter, FloorRequest, FloorSession } from '../../protocol/messages';
import { isTalking, isWaiting } from './floorOrder';

/** Available, and inside the own hours: only then does it ring there. */
export const isReadyNow = ({ presence }: FloorInterpreter) =>
  presence.state === 'available' && presence.inHours;

/** The line above the tables; it counts everything, whatever the filters hide. */
export function floorFigures(
  requests: readonly FloorRequest[],
  sessions: readonly FloorSession[],
  interpreters: readonly FloorInterpreter[],
) {
  const waiting = requests.filter(isWaiting);
  // In the room of an appointment one waits for somebody who was found long ago.
  const searching = waiting.filter(({ appointment }) => !appointment);
  const longest = searching.reduce<FloorRequest | null>(
    (first, request) =>
      first === null || Date.parse(request.requestedAt) < Date.parse(first.requestedAt) ? request : first,
    null,
  );
  return {
    waiting: waiting.length,
    searching: searching.length,
    longest,
    talking: sessions.filter(isTalking).length,
    available: interpreters.filter(isReadyNow).length,
    onDuty: interpreters.filter(({ presence }) => presence.state !== 'offline').length,
  };
}
