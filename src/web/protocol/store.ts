type Listener = () => void;

/** One value outside of React; `subscribe` and `getSnapshot` fit useSyncExternalStore. */
export class Store<T> {
  private readonly listeners = new Set<Listener>();

  constructor(private value: T) {}

  readonly getSnapshot = (): T => this.value;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(next: T): void {
    if (Object.is(next, this.value)) return;
    this.value = next;
    for (const listener of [...this.listeners]) listener();
  }

  update(change: (value: T) => T): void {
    this.set(change(this.value));
  }
}

/** Emits events to whoever listens; a listener that throws does not keep the others from hearing. */
export class Events<Map> {
  private readonly listeners = new Map<keyof Map, Set<(event: never) => void>>();

  on<K extends keyof Map>(name: K, listener: (event: Map[K]) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  emit<K extends keyof Map>(name: K, event: Map[K]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      try {
        (listener as (event: Map[K]) => void)(event);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
