import { Events, Store } from '../protocol/store';
import { type ControlMessage, chatLimit, type PeerState } from './channels';
import { MediaFlow } from './mediaFlow';
import type { MediaReport } from './mediaWatch';
import { type Kind, Peer, type Tracks } from './peer';
import type { Quality } from './quality';
import { fingerprintCode, fingerprintOf } from './sdp';
import { Queue, readSignal, type Signal, type SignalBody } from './signal';

/** waiting: the other page is not there yet; interrupted: media stood still after it had flowed. */
export type CallState = 'waiting' | 'connecting' | 'connected' | 'interrupted' | 'ended';

export interface CallOptions {
  session: string;
  /** Whoever sat down later offers, always: two pages that offer at once would break each other's call. */
  role: 'offerer' | 'answerer';
  iceServers: RTCIceServer[];
  relayOnly: boolean;
  signLanguage?: boolean;
  tracks: Tracks;
  send(signal: Signal): Promise<unknown>;
  /** Whether signals can reach the other side now; without them nothing is rebuilt. */
  canSignal?: () => boolean;
}

export interface CallEvents {
  media: MediaReport;
  chat: { id: string; text: string };
  realTimeText: string;
}

/** Not connected after so long: a new peer connection (milliseconds). */
export const connectWithin = 6000;
const repeatAfter = 2000;

/** Sound, picture and data between two browsers of one session, repaired until somebody hangs up. */
export class Call {
  readonly state = new Store<CallState>('waiting');
  readonly remoteStream = new Store<MediaStream | null>(null);
  readonly quality = new Store<Quality>({ level: 'good', reason: null });
  readonly peerState = new Store<PeerState | null>(null);
  /** The other side's loudness, 0 to 1. */
  readonly remoteLevel = new Store(0);
  /** Twelve digits to compare; null until there is an encrypted connection. */
  readonly fingerprint = new Store<string | null>(null);
  readonly audioOnly = new Store(false);
  /** Through a relay, or straight from browser to browser. */
  readonly relayed = new Store(false);
  readonly events = new Events<CallEvents>();
  private readonly life = Math.random().toString(36).slice(2);
  private readonly queue = new Queue();
  private readonly flow: MediaFlow;
  private readonly own: Tracks;
  private readonly sent: Tracks;
  private configuration: RTCConfiguration;
  private peer: Peer | null = null;
  private epoch = 0;
  private share = 1;
  private answeredBy: string | null = null;
  private answeredAt = 0;
  private spokeAt = 0;
  private repairedAt = Number.NEGATIVE_INFINITY;
  private ownState: Omit<PeerState, 'audioOnly'> = {
    muted: false,
    camera: true,
    held: false,
    shows: false,
  };
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: CallOptions) {
    this.own = { ...options.tracks };
    this.sent = { ...options.tracks };
    this.configuration = configurationOf(options);
    this.flow = new MediaFlow({
      onReport: report => this.mediaReported(report),
      onQuality: quality => this.quality.set(quality),
      onCounters: counters => {
        this.remoteLevel.set(counters.audioLevel);
        this.relayed.set(counters.relayed);
      },
    });
  }

  start(): void {
    addEventListener('pagehide', this.hangUp);
    this.timer = setInterval(() => void this.queue.run(() => this.tick()), 500);
    void this.queue.run(() => (this.isOfferer ? this.build() : this.say({ kind: 'hello' })));
  }

  /** Takes what the server delivered; signals are handled one after the other. */
  receive(payload: unknown): void {
    const signal = readSignal(payload, this.options.session);
    if (signal) void this.queue.run(() => this.handle(signal));
  }

  /** Changes what is sent, without negotiation: another device, a screen, or nothing. */
  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.own[kind] = track;
    this.applyTracks();
  }

  /** Sound only in both directions, for weak networks; the way back is the same call. */
  setAudioOnly(on: boolean): void {
    this.audioOnly.set(on);
    this.applyTracks();
    this.tellState(this.ownState);
  }

  /** Among how many connections this page divides what it can send. */
  setShare(connections: number): void {
    this.share = connections;
    void this.queue.run(() => this.peer?.setShare(connections));
  }

  /** Tells the other page whether the microphone, the camera or the hold is on. */
  tellState(state: Omit<PeerState, 'audioOnly'>): void {
    this.ownState = state;
    this.peer?.channels.send({ kind: 'state', state: { ...state, audioOnly: this.audioOnly.getSnapshot() } });
  }

  sendChat(text: string): boolean {
    const message = {
      kind: 'chat' as const,
      id: `${this.life}.${performance.now()}`,
      text: text.slice(0, chatLimit),
    };
    return this.peer?.channels.send(message) ?? false;
  }

  typeRealTimeText(characters: string): void {
    this.peer?.channels.type(characters);
  }

  /** Fresh TURN credentials; they count from the next repair on. */
  setIceServers(iceServers: RTCIceServer[], relayOnly: boolean): void {
    this.configuration = configurationOf({ iceServers, relayOnly });
    this.peer?.setIce(this.configuration);
  }

  /** The hub is back after an absence: repairs at once what stands still, and leaves alone what flows. */
  signalsAreBack(): void {
    void this.queue.run(() => {
      if (this.flow.watch.flowing) return;
      return this.isOfferer ? this.repair() : this.say({ kind: 'hello' });
    });
  }

  mediaReport(): MediaReport {
    return this.flow.watch.report(performance.now());
  }

  readonly hangUp = (): void => {
    if (this.state.getSnapshot() === 'ended') return;
    removeEventListener('pagehide', this.hangUp);
    clearInterval(this.timer);
    this.dropPeer();
    this.state.set('ended');
    this.remoteStream.set(null);
  };

  private get isOfferer(): boolean {
    return this.options.role === 'offerer';
  }

  private get canSignal(): boolean {
    return this.options.canSignal?.() ?? true;
  }

  private async handle(signal: Signal): Promise<void> {
    if (this.state.getSnapshot() === 'ended') return;
    if (this.isOfferer) await this.handleAsOfferer(signal);
    else await this.handleAsAnswerer(signal);
  }

  private async handleAsOfferer(signal: Signal): Promise<void> {
    const current = signal.epoch === this.epoch;
    if (signal.kind === 'hello') await this.greet(signal.life);
    else if (signal.kind === 'stale' && signal.epoch > this.epoch) await this.build(signal.epoch + 1);
    else if (!current || !this.peer) return;
    else if (signal.kind === 'answer') await this.takeAnswer(signal);
    else if (signal.kind === 'candidate') await this.peer.addCandidate(signal.candidate);
    else if (signal.kind === 'restart') await this.repair();
    else if (signal.kind === 'rebuild' && performance.now() - this.peer.openedAt > repeatAfter)
      await this.build();
  }

  private async handleAsAnswerer(signal: Signal): Promise<void> {
    if (signal.kind === 'candidate' && signal.epoch === this.epoch)
      await this.peer?.addCandidate(signal.candidate);
    if (signal.kind !== 'offer') return;
    if (signal.epoch < this.epoch) return this.say({ kind: 'stale' });
    if (signal.epoch > this.epoch) this.openPeer(signal.epoch);
    const { peer } = this;
    if (!peer || signal.round < peer.round) return;
    try {
      const sdp =
        signal.round > peer.round ? await peer.answer(signal.sdp, signal.round) : peer.description();
      await this.say({ kind: 'answer', sdp, round: signal.round });
      this.answered(signal.life);
    } catch {
      await this.say({ kind: 'rebuild' });
    }
  }

  /** The answering page is there: offer again to the one that waits, offer anew to one that was reloaded. */
  private async greet(life: string): Promise<void> {
    if (!this.peer || (this.answeredBy !== null && this.answeredBy !== life)) return this.build();
    if (this.peer.awaitsAnswer) return this.repeatOffer();
    if (!this.flow.watch.flowing) await this.repair();
  }

  private async takeAnswer(signal: Signal & { kind: 'answer' }): Promise<void> {
    const { peer } = this;
    if (!peer?.awaitsAnswer || signal.round !== peer.round) return;
    await peer.accept(signal.sdp);
    this.answered(signal.life);
  }

  private answered(life: string): void {
    this.answeredBy = life;
    this.answeredAt = performance.now();
    const { localDescription, remoteDescription } = this.peer?.pc ?? {};
    const own = fingerprintOf(localDescription?.sdp ?? '');
    const other = fingerprintOf(remoteDescription?.sdp ?? '');
    if (own && other) void fingerprintCode(own, other).then(code => this.fingerprint.set(code));
  }

  /** Opens the next epoch. Only the offerer does; the clock keeps epochs rising across a reload. */
  private async build(atLeast = this.epoch + 1): Promise<void> {
    const peer = this.openPeer(Math.max(Date.now(), atLeast));
    const sdp = await peer.offer();
    await this.say({ kind: 'offer', sdp, round: peer.round });
  }

  private async repeatOffer(): Promise<void> {
    if (this.peer) await this.say({ kind: 'offer', sdp: this.peer.description(), round: this.peer.round });
  }

  /** Media stands still: new ways for the same connection. */
  private async repair(): Promise<void> {
    const { peer } = this;
    const now = performance.now();
    if (!peer || !this.canSignal || now - this.repairedAt < repeatAfter) return;
    this.repairedAt = now;
    if (peer.awaitsAnswer) return this.repeatOffer();
    const sdp = await peer.offer();
    await this.say({ kind: 'offer', sdp, round: peer.round });
  }

  private openPeer(epoch: number): Peer {
    this.dropPeer();
    this.epoch = epoch;
    this.answeredBy = null;
    this.peer = new Peer({
      epoch,
      configuration: this.configuration,
      tracks: this.sent,
      signLanguage: this.options.signLanguage ?? false,
      share: this.share,
      onCandidate: candidate => void this.say({ kind: 'candidate', candidate }, epoch),
      onState: state => this.connectionChanged(epoch, state),
      onRemoteStream: stream => this.remoteStream.set(stream),
      channels: {
        onControl: message => this.hear(message),
        onRealTimeText: text => this.events.emit('realTimeText', text),
        onOpen: () => this.tellState(this.ownState),
      },
    });
    this.flow.follow(this.peer.pc, this.options.tracks.video !== null);
    if (this.state.getSnapshot() === 'waiting') this.state.set('connecting');
    return this.peer;
  }

  private applyTracks(): void {
    const noPicture = this.audioOnly.getSnapshot() || this.peerState.getSnapshot()?.audioOnly;
    const wanted: Tracks = { audio: this.own.audio, video: noPicture ? null : this.own.video };
    for (const kind of ['audio', 'video'] as const) {
      if (this.sent[kind] === wanted[kind]) continue;
      this.sent[kind] = wanted[kind];
      void this.queue.run(() => this.peer?.setTrack(kind, wanted[kind]));
    }
  }

  private dropPeer(): void {
    this.flow.stop();
    this.peer?.close();
    this.peer = null;
  }

  private connectionChanged(epoch: number, state: RTCPeerConnectionState): void {
    if (epoch !== this.epoch || state !== 'failed') return;
    void this.queue.run(() => (epoch === this.epoch ? this.startOver() : undefined));
  }

  private mediaReported(report: MediaReport): void {
    this.state.set(report.flowing ? 'connected' : 'interrupted');
    this.events.emit('media', report);
    if (report.flowing) return;
    void this.queue.run(() => (this.isOfferer ? this.repair() : this.say({ kind: 'restart' })));
  }

  private hear(message: ControlMessage): void {
    if (message.kind === 'state') {
      this.peerState.set(message.state);
      const { camera, shows, audioOnly } = message.state;
      // A screen on which nothing moves sends hardly any picture.
      this.flow.videoExpected = camera && !shows && !audioOnly && !this.audioOnly.getSnapshot();
      this.applyTracks();
    }
    if (message.kind === 'chat') this.events.emit('chat', { id: message.id, text: message.text });
  }

  private async tick(): Promise<void> {
    if (this.flow.watch.flowing || !this.canSignal) return;
    const now = performance.now();
    const { peer } = this;
    if (now - this.spokeAt < repeatAfter) return;
    if (!peer) return this.isOfferer ? this.build() : this.say({ kind: 'hello' });
    if (peer.awaitsAnswer) return this.repeatOffer();
    const began = Math.max(this.answeredAt, peer.openedAt, this.repairedAt);
    if (now - began > connectWithin) await this.startOver();
  }

  private async startOver(): Promise<void> {
    if (!this.canSignal) return;
    if (this.isOfferer) await this.build();
    else await this.say({ kind: 'rebuild' });
  }

  private async say(body: SignalBody, epoch = this.epoch): Promise<void> {
    if (body.kind !== 'candidate') this.spokeAt = performance.now();
    const { session } = this.options;
    // Lost signals are repeated by the next tick; nobody waits for the server here.
    void Promise.resolve(this.options.send({ ...body, session, life: this.life, epoch })).catch(
      () => undefined,
    );
  }
}

function configurationOf(options: { iceServers: RTCIceServer[]; relayOnly: boolean }): RTCConfiguration {
  return {
    iceServers: options.iceServers,
    iceTransportPolicy: options.relayOnly ? 'relay' : 'all',
    bundlePolicy: 'max-bundle',
  };
}
