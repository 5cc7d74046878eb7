/**
 * What two pages of one session say to each other through the server, which neither reads nor stores it.
 * `epoch` numbers the peer connections of a session, `life` the page that speaks; only the offerer opens epochs.
 */
export type SignalBody =
  | { kind: 'hello' }
  | { kind: 'offer'; sdp: string; round: number }
  | { kind: 'answer'; sdp: string; round: number }
  | { kind: 'candidate'; candidate: RTCIceCandidateInit }
  | { kind: 'restart' }
  | { kind: 'rebuild' }
  | { kind: 'stale' };

export type Signal = SignalBody & { session: string; life: string; epoch: number };

const kinds = ['hello', 'offer', 'answer', 'candidate', 'restart', 'rebuild', 'stale'];

/** A signal of this session, or null: the other side's browser is not trusted either. */
export function readSignal(payload: unknown, session: string): Signal | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const signal = payload as Partial<Record<string, unknown>>;
  if (signal.session !== session || typeof signal.life !== 'string') return null;
  if (!Number.isSafeInteger(signal.epoch) || !kinds.includes(String(signal.kind))) return null;
  const isDescription = signal.kind === 'offer' || signal.kind === 'answer';
  if (isDescription && (typeof signal.sdp !== 'string' || !Number.isSafeInteger(signal.round))) return null;
  if (signal.kind === 'candidate' && (typeof signal.candidate !== 'object' || !signal.candidate)) return null;
  return payload as Signal;
}

/** Handles one thing after the other; what fails does not hold up what follows. */
export class Queue {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T> | T): Promise<T | undefined> {
    const next = this.tail.then(task).catch(() => undefined);
    this.tail = next;
    return next;
  }
}
