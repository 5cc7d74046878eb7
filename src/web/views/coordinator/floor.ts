import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Floor } from '../../protocol/floor';
import type { FloorInterpreter, FloorRequest, FloorSession } from '../../protocol/messages';
import { Store } from '../../protocol/store';
import { useSecond } from '../shared/Elapsed';
import { useStore } from '../shared/live';
import { ShownRows } from './shownRows';

/** The floor as the page shows it: live, or held still together with its running times. */
export class ShownFloor {
  readonly requests: ShownRows<FloorRequest>;
  readonly sessions: ShownRows<FloorSession>;
  readonly interpreters: ShownRows<FloorInterpreter>;
  /** The second at which the display was held; null while it runs. */
  readonly heldAt = new Store<number | null>(null);

  constructor(floor: Floor) {
    this.requests = new ShownRows(floor.requests);
    this.sessions = new ShownRows(floor.sessions);
    this.interpreters = new ShownRows(floor.interpreters);
  }

  hold(second: number): void {
    for (const rows of this.all()) rows.hold();
    this.heldAt.set(second);
  }

  release(): void {
    for (const rows of this.all()) rows.release();
    this.heldAt.set(null);
  }

  waiting(): number {
    return this.all().reduce((sum, rows) => sum + rows.waiting(), 0);
  }

  private all() {
    return [this.requests, this.sessions, this.interpreters];
  }
}

export const FloorContext = createContext<ShownFloor | null>(null);

export function useFloor(): ShownFloor {
  const floor = use(FloorContext);
  if (!floor) throw new Error('No floor around this part of the page.');
  return floor;
}

export function useRows<T extends { id: string }>(rows: ShownRows<T>): readonly T[] {
  return useSyncExternalStore(rows.subscribe, rows.getAll);
}

/** One row; whoever uses it is drawn again only when this row changes. */
export function useRow<T extends { id: string }>(rows: ShownRows<T>, id: string): T | undefined {
  const subscribe = useCallback((listener: () => void) => rows.subscribeRow(id, listener), [rows, id]);
  return useSyncExternalStore(subscribe, () => rows.getRow(id));
}

/** For dialogs: who acts, acts on what is true now, also while the display is held. */
export function useLiveRows<T extends { id: string }>(rows: ShownRows<T>): readonly T[] {
  return useSyncExternalStore(rows.subscribe, rows.getLive);
}

export function useLiveRow<T extends { id: string }>(rows: ShownRows<T>, id: string): T | undefined {
  const subscribe = useCallback((listener: () => void) => rows.subscribeRow(id, listener), [rows, id]);
  return useSyncExternalStore(subscribe, () => rows.getLiveRow(id));
}

/** The server's second, or the one at which the display was held. */
export function useFloorSecond(): number {
  const live = useSecond();
  return useStore(useFloor().heldAt) ?? live;
}
