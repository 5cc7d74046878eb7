import { useMutation } from '@tanstack/react-query';
import type { Seat, SessionView } from '../../../protocol/messages';
import { useLive } from '../live';
import { toastError } from '../toasts';

/** Whether whoever sits here interprets now, and nobody is searched for yet. */
export const canSeekRelief = (session: SessionView, seat: Seat): boolean =>
  seat === session.interpreterSeat &&
  session.startedAt !== null &&
  (session.handover === null || session.handover.state === 'not_found');

/** Asks for a relief, takes that back, or hands over at once. */
export function useHandover(sessionId: string) {
  const { connection } = useLive();
  const act = useMutation({
    networkMode: 'always',
    mutationFn: (method: 'SeekRelief' | 'CancelRelief' | 'HandOver') =>
      connection.invoke(method, { sessionId }),
    onError: toastError,
  });
  return {
    isPending: act.isPending,
    seek: () => act.mutate('SeekRelief'),
    cancel: () => act.mutate('CancelRelief'),
    handOver: () => act.mutate('HandOver'),
  };
}
