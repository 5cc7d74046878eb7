import { correctClock } from './clock';
import { HubError, toHubError } from './hubError';
import { hubMessages } from './hubMessages';
import type { HubMessages, HubMethods, Situation } from './messages';
import { Events, Store } from './store';

export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting' | 'stopped';

/** The part of SignalR's HubConnection that is used here. */
export interface Wire {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  on(message: string, handler: (payload: never) => void): void;
  onclose(handler: (error?: Error) => void): void;
}

export interface ConnectionOptions {
  wire: Wire;
  deviceId: string;
  /** Asked when connecting fails: false ends the attempts, because the sign-in has run out. */
  isSignedIn?: () => Promise<boolean>;
  random?: () => number;
}

type Listened = HubMessages & { situation: Situation; signedOut: undefined };

/**
 * The way to the hub: never gives up, asks for the whole situation on every connect, and hands on facts that
 * are newer than it, in their order. Media does not depend on it.
 */
export class Connection {
  readonly status = new Store<ConnectionStatus>('connecting');
  private readonly events = new Events<Listened>();
  private readonly isSignedIn: () => Promise<boolean>;
  private readonly random: () => number;
  private heldBack: [keyof HubMessages, HubMessages[keyof HubMessages]][] | null = [];
  private revision = -1;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** The session whose media this page still has running; told at every Resume. */
  holdsSessionId: string | null = null;

  constructor(private readonly options: ConnectionOptions) {
    this.isSignedIn = options.isSignedIn ?? (() => Promise.resolve(true));
    this.random = options.random ?? Math.random;
    for (const name of hubMessages) options.wire.on(name, (fact: never) => this.receive(name, fact));
    options.wire.onclose(() => this.lost());
  }

  /** `situation` comes after every Resume; all other names are the hub's messages. */
  on<K extends keyof Listened>(name: K, listener: (event: Listened[K]) => void): () => void {
    return this.events.on(name, listener);
  }

  async start(): Promise<void> {
    if (typeof addEventListener === 'function') addEventListener('online', this.retryNow);
    await this.connect();
  }

  async stop(): Promise<void> {
    this.status.set('stopped');
    clearTimeout(this.retry);
    if (typeof removeEventListener === 'function') removeEventListener('online', this.retryNow);
    await this.options.wire.stop().catch(() => undefined);
  }

  /** Invokes a hub method. Fails with a HubError; its code is `hub_away` while there is no connection. */
  async invoke<M extends keyof HubMethods>(method: M, ...args: HubMethods[M][0]): Promise<HubMethods[M][1]> {
    if (this.status.getSnapshot() !== 'connected') throw new HubError('hub_away');
    return this.send(method, ...args);
  }

  /** Asks for the whole situation; `takeCall` brings a call that runs elsewhere to this tab. */
  async resume(takeCall = false): Promise<Situation> {
    this.heldBack ??= [];
    const { deviceId } = this.options;
    const situation = await this.send('Resume', { deviceId, holdsSessionId: this.holdsSessionId, takeCall });
    correctClock(situation.serverTime);
    this.revision = situation.revision;
    this.events.emit('situation', situation);
    const waiting = this.heldBack ?? [];
    this.heldBack = null;
    for (const [name, fact] of waiting) this.receive(name, fact);
    return situation;
  }

  readonly retryNow = (): void => {
    if (this.retry === undefined) return;
    clearTimeout(this.retry);
    void this.connect();
  };

  private async connect(): Promise<void> {
    this.retry = undefined;
    this.heldBack = [];
    try {
      await this.options.wire.start();
      await this.resume();
      this.attempt = 0;
      if (this.isStopped()) await this.options.wire.stop();
      else this.status.set('connected');
    } catch {
      await this.options.wire.stop().catch(() => undefined);
      await this.later();
    }
  }

  private isStopped(): boolean {
    return this.status.getSnapshot() === 'stopped';
  }

  private lost(): void {
    if (this.status.getSnapshot() !== 'connected') return;
    this.status.set('reconnecting');
    void this.later();
  }

  private async later(): Promise<void> {
    if (this.isStopped() || this.retry !== undefined) return;
    const wait = delay(this.attempt++, this.random());
    this.retry = setTimeout(() => void this.connect(), wait);
    if (await this.isSignedIn().catch(() => true)) return;
    await this.stop();
    this.events.emit('signedOut', undefined);
  }

  private async send<M extends keyof HubMethods>(
    method: M,
    ...args: HubMethods[M][0]
  ): Promise<HubMethods[M][1]> {
    try {
      return await this.options.wire.invoke(method, ...args);
    } catch (error) {
      throw toHubError(error);
    }
  }

  private receive<K extends keyof HubMessages>(name: K, fact: HubMessages[K]): void {
    if (this.heldBack) this.heldBack.push([name, fact]);
    else if (!('revision' in fact) || fact.revision > this.revision)
      this.events.emit(name, fact as Listened[K]);
  }
}

/** 0.1 to 0.4 s at first, then doubling to at most 10 s, spread so that not all browsers come back at once. */
export function delay(attempt: number, random: number): number {
  const longest = Math.min(10_000, 400 * 2 ** attempt);
  return longest * (0.25 + 0.75 * random);
}
