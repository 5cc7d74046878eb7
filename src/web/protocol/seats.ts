import type { ParticipantView, Seat, Side } from './messages';

/** Another seat that is in, and who of the two makes the first WebRTC offer: the one who sat down later. */
export interface OtherSeat {
  seat: Seat;
  offersFirst: 'own' | 'other';
}

/** Everybody to whom a tab on the seat `own` has a connection. */
export function othersOf(own: Seat, participants: readonly ParticipantView[]): OtherSeat[] {
  const seated = participants.filter(one => one.state === 'in').map(one => one.seat);
  const at = seated.indexOf(own);
  if (at < 0) return [];
  return seated
    .map((seat, place) => ({ seat, offersFirst: place < at ? ('own' as const) : ('other' as const) }))
    .filter(other => other.seat !== own);
}

/** On whose side somebody sits: reliefs count as interpreters, guests come with the requester. */
export const sideOf = (seat: Seat): Side => (seat.startsWith('interpreter') ? 'interpreter' : 'requester');
