import { useSyncExternalStore } from 'react';
import type { Pair } from '../../../call/mesh';

/** Whether the code has been compared with everybody who is in. */
export function useAllCompared(pairs: readonly Pair[]): boolean {
  const subscribe = (listener: () => void) => {
    const stops = pairs.flatMap(({ call, comparedCode }) => [
      call.fingerprint.subscribe(listener),
      comparedCode.subscribe(listener),
    ]);
    return () => {
      for (const stop of stops) stop();
    };
  };
  return useSyncExternalStore(
    subscribe,
    () =>
      pairs.length > 0 &&
      pairs.every(({ call, comparedCode }) => {
        const code = call.fingerprint.getSnapshot();
        return code !== null && code === comparedCode.getSnapshot();
      }),
  );
}
