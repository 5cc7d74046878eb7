import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverNow } from '../../protocol/clock';
import { getJson } from '../../protocol/http';
import { useSituation } from './live';

/** GET /api/appointments/{id}/room (APPOINTMENTS.md): the room of an appointment that has its interpreter. */
export interface Room {
  id: string;
  opensAt: string;
  startsAt: string;
  endsAt: string;
  /** False before it opens and once the appointment is over. */
  isOpen: boolean;
  interpreterReady: boolean;
  customerWaits: boolean;
  isTalking: boolean;
  /** The interpreter is so late that the customer may have somebody else, or cancel free of charge. */
  mayReplace: boolean;
  /** From when on that may be so, should the interpreter not come. */
  mayReplaceFrom: string | null;
  /** From when on an absence counts as missed. */
  customerMissedAt: string;
  interpreterMissedAt: string;
  /** The interpreter's next appointment of that day. */
  nextStartsAt: string | null;
}

/** With the moment at which it was so: what was true before the opening says nothing about what is. */
export type RoomAsRead = Room & { readAt: number };

export const asRead = (room: Room): RoomAsRead => ({ ...room, readAt: serverNow() });

export const roomKey = (id: string) => ['room', id];

/** Nobody tells the browser what goes on in a room; as long as one is shown that is open, it looks. */
const often = 10_000;
const seldom = 60_000;

export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: roomKey(id),
    staleTime: 5_000,
    queryFn: async ({ signal }) => asRead(await getJson<Room>(`/api/appointments/${id}/room`, signal)),
  });

/** As long as it is shown; and at once after each word of the hub that may have to do with it. */
export function useRoom(id: string) {
  const client = useQueryClient();
  const now = useSituation();
  const turn = `${now?.request?.state} ${now?.session?.state} ${now?.offers.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is a reason to look
  useEffect(() => void client.invalidateQueries({ queryKey: roomKey(id) }), [client, id, turn]);
  return useQuery({
    ...roomQuery(id),
    refetchInterval: ({ state }) => pauseUntilNext(state.data, serverNow()),
  });
}

/** Before the opening there is little to see, and at the opening it looks at once. */
export function pauseUntilNext(room: Pick<Room, 'opensAt'> | undefined, now: number): number {
  const left = room ? Date.parse(room.opensAt) - now : 0;
  return left > 0 ? Math.min(left + 500, seldom) : often;
}

export type RoomPhase = 'ahead' | 'open' | 'over';

/** By the clock, so that it opens on the second; the server's word counts where it has spoken since. */
export function phaseOf(room: RoomAsRead, now: number): RoomPhase {
  const opensAt = Date.parse(room.opensAt);
  if (now < opensAt) return room.isOpen ? 'open' : 'ahead';
  if (now >= Date.parse(room.endsAt)) return 'over';
  return room.isOpen || room.readAt < opensAt ? 'open' : 'over';
}

export const hasBegun = ({ startsAt }: Pick<Room, 'startsAt'>, now: number): boolean =>
  now >= Date.parse(startsAt);
