import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import type { DeclineReason, FloorInterpreter, RankReasons, WithdrawnBecause } from '../../protocol/messages';

export type Obstacle =
  | 'language'
  | 'gender'
  | 'oath'
  | 'level'
  | 'field'
  | 'variety'
  | 'another_named'
  | 'section203'
  | 'blocked'
  | 'not_free'
  | 'declined'
  | 'missed'
  | 'related_later';

export interface PastOffer {
  offerId: string;
  interpreterName: string;
  interpreterNumber: string;
  wave: number;
  rank: number;
  offeredAt: string;
  state: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  declineReason: DeclineReason | null;
  withdrawnBecause: WithdrawnBecause | null;
  answeredAt: string | null;
  reasons: RankReasons;
}

export interface NotOffered {
  interpreter: FloorInterpreter;
  /** None: the turn has not come, or it was over before. */
  obstacles: Obstacle[];
}

/** GET /api/requests/{id}/reasons. */
export interface Reasons {
  requestId: string;
  language: string;
  isOpen: boolean;
  offers: PastOffer[];
  /** As things stand now. */
  notOffered: NotOffered[];
}

/** `stamp` changes whenever the request does: what is shown is asked for again then. */
export const reasonsQuery = (requestId: string, stamp: string) =>
  queryOptions({
    queryKey: ['reasons', requestId, stamp],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Reasons>(`/api/requests/${requestId}/reasons`, signal),
  });

/** Why somebody cannot be rung right now, as the key of a German sentence. */
export function notFree({ presence, connected, ringingFor }: FloorInterpreter) {
  if (presence.state !== 'available') return presence.state;
  if (!presence.inHours) return 'outside';
  if (!connected) return 'away';
  return ringingFor ? 'ringing' : 'busy';
}

/** How an offer ended, as the key of a German word. */
export function endOf({ state, declineReason, withdrawnBecause }: PastOffer) {
  if (state === 'declined' && declineReason) return `declined.${declineReason}` as const;
  if (state === 'withdrawn' && withdrawnBecause) return `withdrawn.${withdrawnBecause}` as const;
  return state === 'declined' || state === 'withdrawn' ? 'over' : state;
}
