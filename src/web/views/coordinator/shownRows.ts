import type { Rows } from '../../protocol/rows';
import { Store } from '../../protocol/store';

type Row = { id: string };
type Source<T extends Row> = Pick<Rows<T>, 'getAll' | 'getRow' | 'subscribe' | 'subscribeRow'>;
interface Held<T> {
  all: readonly T[];
  byId: ReadonlyMap<string, T>;
}

/** The rows as they are shown: live, or held still as they were at one moment while the live ones go on. */
export class ShownRows<T extends Row> {
  private readonly held = new Store<Held<T> | null>(null);

  constructor(private readonly source: Source<T>) {}

  hold(): void {
    const all = this.source.getAll();
    this.held.set({ all, byId: new Map(all.map(row => [row.id, row])) });
  }

  release(): void {
    this.held.set(null);
  }

  /** How many rows came, went or changed since the hold. */
  waiting(): number {
    const held = this.held.getSnapshot();
    return held ? countChanges(held.all, this.source.getAll()) : 0;
  }

  readonly getAll = (): readonly T[] => this.held.getSnapshot()?.all ?? this.source.getAll();
  /** What is true now, also while the display is held. */
  readonly getLive = (): readonly T[] => this.source.getAll();
  readonly getLiveRow = (id: string): T | undefined => this.source.getRow(id);

  getRow(id: string): T | undefined {
    const held = this.held.getSnapshot();
    return held ? held.byId.get(id) : this.source.getRow(id);
  }

  readonly subscribe = (listener: () => void): (() => void) =>
    both(this.source.subscribe(listener), this.held.subscribe(listener));

  subscribeRow(id: string, listener: () => void): () => void {
    return both(this.source.subscribeRow(id, listener), this.held.subscribe(listener));
  }
}

export function countChanges<T extends Row>(before: readonly T[], after: readonly T[]): number {
  const old = new Map(before.map(row => [row.id, row]));
  let changed = 0;
  for (const row of after) {
    if (old.get(row.id) !== row) changed++;
    old.delete(row.id);
  }
  return changed + old.size;
}

const both = (first: () => void, second: () => void) => () => {
  first();
  second();
};
