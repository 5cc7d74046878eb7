import type { Wire } from '../connection';
import type { OfferView, SessionView, Situation } from '../messages';

export const situation = (change: Partial<Situation> = {}): Situation => ({
  revision: 10,
  serverTime: new Date().toISOString(),
  request: null,
  offers: [],
  session: null,
  call: null,
  callback: null,
  presence: null,
  guest: null,
  ...change,
});

export const offer = (id: string) => ({ id }) as OfferView;
export const session = (state: SessionView['state']) =>
  ({ id: 's', state, endedAt: null, clock: { seconds: 5, running: true, at: '' } }) as SessionView;

/** A hub that a test plays by hand. */
export class PlayedWire implements Wire {
  readonly handlers = new Map<string, (payload: never) => void>();
  readonly invoked: [string, ...unknown[]][] = [];
  answers: Record<string, unknown> = { Resume: situation() };
  failStarts = 0;
  starts = 0;
  private closed: (error?: Error) => void = () => {};

  async start(): Promise<void> {
    this.starts++;
    if (this.failStarts-- > 0) throw new Error('no way');
  }

  async stop(): Promise<void> {}

  async invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    this.invoked.push([method, ...args]);
    const answer = await this.answers[method];
    if (answer instanceof Error) throw answer;
    return answer as T;
  }

  on(message: string, handler: (payload: never) => void): void {
    this.handlers.set(message, handler);
  }

  onclose(handler: (error?: Error) => void): void {
    this.closed = handler;
  }

  drop(): void {
    this.closed(new Error('gone'));
  }

  tell(message: string, fact: unknown): void {
    this.handlers.get(message)?.(fact as never);
  }
}
