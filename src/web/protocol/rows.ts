type Listener = () => void;

/** Runs at the next animation frame, or after a quarter of a second where the page is hidden. */
export function atNextFrame(run: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    run();
  };
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(once);
  setTimeout(once, 250);
}

/** The rows of a live board. Each row has its own subscribers, and changes are gathered per animation frame. */
export class Rows<T extends { id: string }> {
  private readonly rows = new Map<string, T>();
  private readonly rowListeners = new Map<string, Set<Listener>>();
  private readonly listListeners = new Set<Listener>();
  private readonly changed = new Set<string>();
  private all: readonly T[] = [];
  private scheduled = false;

  constructor(private readonly schedule: (run: () => void) => void = atNextFrame) {}

  /** Every row, a new array after each change of any row. */
  readonly getAll = (): readonly T[] => this.all;
  readonly getRow = (id: string): T | undefined => this.rows.get(id);

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listListeners.add(listener);
    return () => this.listListeners.delete(listener);
  };

  subscribeRow(id: string, listener: Listener): () => void {
    const set = this.rowListeners.get(id) ?? new Set();
    this.rowListeners.set(id, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.rowListeners.delete(id);
    };
  }

  change(put: readonly T[], removed: readonly string[] = []): void {
    for (const row of put) {
      this.rows.set(row.id, row);
      this.changed.add(row.id);
    }
    for (const id of removed) if (this.rows.delete(id)) this.changed.add(id);
    this.flushLater();
  }

  replaceAll(rows: readonly T[]): void {
    const kept = new Set(rows.map(row => row.id));
    this.change(
      rows,
      [...this.rows.keys()].filter(id => !kept.has(id)),
    );
  }

  private flushLater(): void {
    if (this.scheduled || this.changed.size === 0) return;
    this.scheduled = true;
    this.schedule(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    const changed = [...this.changed];
    this.changed.clear();
    this.all = [...this.rows.values()];
    for (const id of changed) for (const listener of [...(this.rowListeners.get(id) ?? [])]) listener();
    for (const listener of [...this.listListeners]) listener();
  }
}
