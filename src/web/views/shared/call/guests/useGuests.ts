import { useState } from 'react';
import type { GuestView, ParticipantView, Seat, SessionView } from '../../../../protocol/messages';
import { useLive } from '../../live';
import { toastError } from '../../toasts';
import { newGuestLink, rememberToken } from './links';

export const guestsOf = (session: SessionView): ParticipantView[] =>
  session.participants.filter(one => one.seat.startsWith('guest'));

/** What the requester may do about guests. */
export function useGuests(session: SessionView) {
  const { connection } = useLive();
  const [isInviting, setInviting] = useState(false);
  const invite = async (role: GuestView['role']) => {
    setInviting(true);
    try {
      const { token, linkHash } = await newGuestLink();
      const { seat } = await connection.invoke('InviteGuest', { sessionId: session.id, role, linkHash });
      rememberToken(session.id, seat, token);
    } catch (error) {
      toastError(error);
    } finally {
      setInviting(false);
    }
  };
  const tell = (method: 'AdmitGuest' | 'DismissGuest', seat: Seat) =>
    void connection.invoke(method, { sessionId: session.id, seat }).catch(toastError);
  return {
    isInviting,
    invite,
    admit: (seat: Seat) => tell('AdmitGuest', seat),
    dismiss: (seat: Seat) => tell('DismissGuest', seat),
  };
}
