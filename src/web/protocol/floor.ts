import { correctClock } from './clock';
import type { Connection } from './connection';
import type { FloorChange, FloorInterpreter, FloorRequest, FloorSession, FloorView } from './messages';
import { Rows } from './rows';
import { Store } from './store';

/** The live board: watches while somebody looks at it, and asks anew after every reconnect. */
export class Floor {
  readonly requests: Rows<FloorRequest>;
  readonly sessions: Rows<FloorSession>;
  readonly interpreters: Rows<FloorInterpreter>;
  /** False until the first answer is there. */
  readonly loaded = new Store(false);
  private revision = -1;
  private waiting: FloorChange[] | null = null;

  constructor(
    private readonly connection: Connection,
    schedule?: (run: () => void) => void,
  ) {
    this.requests = new Rows(schedule);
    this.sessions = new Rows(schedule);
    this.interpreters = new Rows(schedule);
  }

  /** Begins to watch; the answer ends it. */
  watch(): () => void {
    const stops = [
      this.connection.on('FloorChanged', change => this.change(change)),
      this.connection.status.subscribe(() => void this.load()),
    ];
    void this.load();
    return () => {
      for (const stop of stops) stop();
      void this.connection.invoke('LeaveFloor').catch(() => undefined);
    };
  }

  private async load(): Promise<void> {
    if (this.connection.status.getSnapshot() !== 'connected') return;
    this.waiting = [];
    const view = await this.connection.invoke('WatchFloor').catch(() => null);
    if (!view) return;
    this.show(view);
    const changes = this.waiting ?? [];
    this.waiting = null;
    for (const change of changes) this.change(change);
  }

  private show(view: FloorView): void {
    this.revision = view.revision;
    correctClock(view.serverTime);
    this.requests.replaceAll(view.requests);
    this.sessions.replaceAll(view.sessions);
    this.interpreters.replaceAll(view.interpreters);
    this.loaded.set(true);
  }

  private change(change: FloorChange): void {
    if (this.waiting) this.waiting.push(change);
    else if (change.revision > this.revision) {
      this.requests.change(change.requests, change.removedRequests);
      this.sessions.change(change.sessions, change.removedSessions);
      this.interpreters.change(change.interpreters, change.removedInterpreters);
    }
  }
}
