import { useState, useSyncExternalStore } from 'react';
import type { Pair } from '../../../call/mesh';
import type { Seat } from '../../../protocol/messages';

/** Who is large among several: whoever was pinned, else whoever shows something. A pinned tile is never switched away. */
export function useLarge(pairs: readonly Pair[]): { large: Seat | null; pin: (seat: Seat) => void } {
  const [chosen, setChosen] = useState<Seat | 'nobody' | null>(null);
  const showing = useShowing(pairs);
  const isThere = chosen === 'nobody' || pairs.some(pair => pair.seat === chosen);
  const large = !isThere ? showing : chosen === 'nobody' ? null : chosen;
  const unpinned = showing === large ? 'nobody' : null;
  return { large, pin: seat => setChosen(seat === large ? unpinned : seat) };
}

function useShowing(pairs: readonly Pair[]): Seat | null {
  const subscribe = (listener: () => void) => {
    const stops = pairs.map(({ call }) => call.peerState.subscribe(listener));
    return () => {
      for (const stop of stops) stop();
    };
  };
  return useSyncExternalStore(
    subscribe,
    () => pairs.find(({ call }) => call.peerState.getSnapshot()?.shows)?.seat ?? null,
  );
}
