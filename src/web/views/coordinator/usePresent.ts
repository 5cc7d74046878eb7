import { useEffect, useSyncExternalStore } from 'react';
import { useLive } from '../shared/live';
import { isTalking, isWaiting } from './floorOrder';
import type { Present } from './readiness';

const nobody: Present = { customerWaits: false, isTalking: false };

/** In which appointments somebody waits or talks right now: the floor knows, without being asked again and again. */
export function usePresent(): (appointmentId: string) => Present {
  const { floor } = useLive();
  useEffect(() => floor.watch(), [floor]);
  const requests = useSyncExternalStore(floor.requests.subscribe, floor.requests.getAll);
  const sessions = useSyncExternalStore(floor.sessions.subscribe, floor.sessions.getAll);
  const waiting = new Set(requests.filter(isWaiting).map(one => one.appointment?.id));
  const talking = new Set(sessions.filter(isTalking).map(one => one.appointment?.id));
  return id =>
    waiting.has(id) || talking.has(id)
      ? { customerWaits: waiting.has(id), isTalking: talking.has(id) }
      : nobody;
}
