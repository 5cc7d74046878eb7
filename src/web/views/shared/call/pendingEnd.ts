import { Store } from '../../../protocol/store';

/** A hang-up that the server has not confirmed yet. */
export interface Ending {
  sessionId: string;
  /** When the person hung up (ms since 1970, this browser's clock). */
  at: number;
  /** How long media had come in by then, by the monotonic clock; missing when it had not. */
  flowedSeconds?: number;
}

export interface EndingStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

type Send = (args: { sessionId: string; secondsAgo: number; flowedSeconds?: number }) => Promise<unknown>;

const key = 'videodolmetschen.ending';
/** Codes after which asking again would change nothing. */
const settled = ['session_not_found', 'session_ended', 'argument_invalid'];

/** Hangs up for good: told until the server has heard it, also after an absence of the hub and after a reload. */
export class PendingEnd {
  readonly ending: Store<Ending | null>;
  private sending = false;

  constructor(
    private readonly send: Send,
    private readonly storage: EndingStorage,
  ) {
    this.ending = new Store(read(storage));
  }

  async hangUp(sessionId: string, flowedSeconds?: number): Promise<void> {
    const ending = { sessionId, at: Date.now(), ...(flowedSeconds !== undefined && { flowedSeconds }) };
    this.storage.setItem(key, JSON.stringify(ending));
    this.ending.set(ending);
    await this.tell();
  }

  /** Called on every connect. */
  async tell(): Promise<void> {
    const ending = this.ending.getSnapshot();
    if (!ending || this.sending) return;
    this.sending = true;
    try {
      const { at, ...told } = ending;
      const secondsAgo = Math.max(0, (Date.now() - at) / 1000);
      await this.send({ ...told, secondsAgo: secondsAgo < 1 ? 0 : secondsAgo });
      this.done();
    } catch (error) {
      if (settled.includes(String((error as { code?: unknown })?.code))) this.done();
    } finally {
      this.sending = false;
    }
  }

  private done(): void {
    this.storage.removeItem(key);
    this.ending.set(null);
  }
}

function read(storage: EndingStorage): Ending | null {
  try {
    const stored = JSON.parse(storage.getItem(key) ?? 'null') as Partial<Ending> | null;
    return stored && typeof stored.sessionId === 'string' && Number.isFinite(stored.at)
      ? (stored as Ending)
      : null;
  } catch {
    return null;
  }
}
