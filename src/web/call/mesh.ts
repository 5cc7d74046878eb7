import type { OtherSeat } from '../protocol/seats';
import { Events, Store } from '../protocol/store';
import { Call, type CallOptions } from './call';
import type { PeerState } from './channels';
import type { MediaReport } from './mediaWatch';
import type { Kind, Tracks } from './peer';
import type { Signal } from './signal';

type Seat = OtherSeat['seat'];

/** The connection to one other seat. If it breaks, the others do not notice. */
export interface Pair {
  seat: Seat;
  call: Call;
  /** The code that both people have found equal. */
  comparedCode: Store<string | null>;
}

export interface MeshOptions extends Omit<CallOptions, 'role' | 'send'> {
  send(to: Seat, signal: Signal): Promise<unknown>;
}

export interface MeshEvents {
  media: { seat: Seat; report: MediaReport };
  chat: { seat: Seat; text: string };
  realTimeText: { seat: Seat; text: string };
}

/** How many signals of a seat are kept that is not known here yet. */
const earlyAtMost = 50;

/**
 * Sound, picture and data between this page and every other seat of a session: one connection each, one microphone and one
 * camera for all of them. In each pair the one who sat down later offers first.
 */
export class Mesh {
  readonly pairs = new Store<readonly Pair[]>([]);
  readonly audioOnly = new Store(false);
  readonly events = new Events<MeshEvents>();
  private readonly own: Tracks;
  private ownState: Omit<PeerState, 'audioOnly'> = {
    muted: false,
    camera: true,
    held: false,
    shows: false,
  };
  private early: { from: string; payload: unknown }[] = [];
  private started = false;
  private ice: Pick<CallOptions, 'iceServers' | 'relayOnly'>;

  constructor(private readonly options: MeshOptions) {
    this.own = { ...options.tracks };
    this.ice = { iceServers: options.iceServers, relayOnly: options.relayOnly };
  }

  start(): void {
    this.started = true;
    for (const { call } of this.pairs.getSnapshot()) call.start();
    this.hearEarly();
  }

  /** Opens a connection to everybody who is new, and closes those to whoever has gone. */
  follow(others: readonly OtherSeat[]): void {
    const now = this.pairs.getSnapshot();
    const kept = now.filter(pair => others.some(other => other.seat === pair.seat));
    const added = others.filter(other => !now.some(pair => pair.seat === other.seat));
    if (kept.length === now.length && added.length === 0) return;
    for (const { call } of now.filter(pair => !kept.includes(pair))) call.hangUp();
    const opened = added.map(other => this.open(other));
    this.pairs.set([...kept, ...opened]);
    for (const { call } of this.pairs.getSnapshot()) call.setShare(this.pairs.getSnapshot().length);
    if (!this.started) return;
    for (const { call } of opened) call.start();
    this.hearEarly();
  }

  find(seat: string): Pair | undefined {
    return this.pairs.getSnapshot().find(pair => pair.seat === seat);
  }

  /** Takes what the server delivered; a page may be faster than our own news of its seat. */
  receive(from: string, payload: unknown): void {
    const pair = this.started ? this.find(from) : undefined;
    if (pair) pair.call.receive(payload);
    else this.early = [...this.early.slice(1 - earlyAtMost), { from, payload }];
  }

  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.own[kind] = track;
    this.each(call => call.setTrack(kind, track));
  }

  setAudioOnly(on: boolean): void {
    this.audioOnly.set(on);
    this.each(call => call.setAudioOnly(on));
  }

  tellState(state: Omit<PeerState, 'audioOnly'>): void {
    this.ownState = state;
    this.each(call => call.tellState(state));
  }

  /** False when it reached nobody. */
  sendChat(text: string): boolean {
    return this.pairs.getSnapshot().filter(({ call }) => call.sendChat(text)).length > 0;
  }

  typeRealTimeText(characters: string): void {
    this.each(call => call.typeRealTimeText(characters));
  }

  setIceServers(iceServers: RTCIceServer[], relayOnly: boolean): void {
    this.ice = { iceServers, relayOnly };
    this.each(call => call.setIceServers(iceServers, relayOnly));
  }

  signalsAreBack(): void {
    this.each(call => call.signalsAreBack());
  }

  hangUp(): void {
    this.started = false;
    this.each(call => call.hangUp());
  }

  private open({ seat, offersFirst }: OtherSeat): Pair {
    const call = new Call({
      ...this.options,
      ...this.ice,
      tracks: this.own,
      role: offersFirst === 'own' ? 'offerer' : 'answerer',
      send: signal => this.options.send(seat, signal),
    });
    call.events.on('media', report => this.events.emit('media', { seat, report }));
    call.events.on('chat', ({ text }) => this.events.emit('chat', { seat, text }));
    call.events.on('realTimeText', text => this.events.emit('realTimeText', { seat, text }));
    call.tellState(this.ownState);
    if (this.audioOnly.getSnapshot()) call.setAudioOnly(true);
    return { seat, call, comparedCode: new Store<string | null>(null) };
  }

  private hearEarly(): void {
    const waiting = this.early;
    this.early = [];
    for (const { from, payload } of waiting) this.receive(from, payload);
  }

  private each(act: (call: Call) => void): void {
    for (const { call } of this.pairs.getSnapshot()) act(call);
  }
}
