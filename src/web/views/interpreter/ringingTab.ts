import { Store } from '../../protocol/store';

/** The part of the Web Locks API that is used here. */
export interface Locks {
  request(
    name: string,
    options: { steal: boolean } | { signal: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown>;
}

const name = 'videodolmetschen.ringing';

/**
 * Only one tab rings: the one that was used last. It holds a lock; a tab that comes to the front takes the lock
 * away from the one before, and the browser hands it on when that tab is closed. Without Web Locks every tab rings.
 */
export class RingingTab {
  readonly rings = new Store(false);
  private inLine: AbortController | undefined;
  private letGo: () => void = () => {};
  private left = true;

  constructor(private readonly locks: Locks | undefined = globalThis.navigator?.locks as Locks | undefined) {}

  /** Gets in line, or takes the place at once where the tab is the one in use. */
  join(inUse: boolean): void {
    const first = this.left;
    this.left = false;
    if (!this.locks) this.rings.set(true);
    else if (!this.rings.getSnapshot() && (inUse || first)) this.ask(this.locks, inUse);
  }

  leave(): void {
    this.left = true;
    this.inLine?.abort();
    this.rings.set(false);
    this.letGo();
  }

  private ask(locks: Locks, steal: boolean): void {
    this.inLine?.abort();
    const inLine = new AbortController();
    this.inLine = inLine;
    locks
      .request(name, steal ? { steal } : { signal: inLine.signal }, () => this.hold())
      .catch(() => {
        if (inLine.signal.aborted || this.left) return;
        // Another tab came to the front: get in line again behind it.
        this.rings.set(false);
        this.ask(locks, false);
      });
  }

  private hold(): Promise<void> {
    if (this.left) return Promise.resolve();
    this.rings.set(true);
    return new Promise(resolve => {
      this.letGo = resolve;
    });
  }
}
