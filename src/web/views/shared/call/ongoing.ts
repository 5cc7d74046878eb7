import type { Call } from '../../../call/call';
import type { LocalMedia } from '../../../call/localMedia';
import { Mesh, type Pair } from '../../../call/mesh';
import type { Connection } from '../../../protocol/connection';
import type { CallSetup, Seat, SessionView, Side } from '../../../protocol/messages';
import { othersOf, sideOf } from '../../../protocol/seats';
import { Store } from '../../../protocol/store';
import { Writing } from './conversation';
import { rememberCheck } from './deviceCheck';
import { SignsOfLife } from './signsOfLife';

/** So long the network must be poor before the picture is given up (milliseconds). */
const patience = 8000;

/** One call of this page, with everything that belongs to it; it knows no component. */
export class Ongoing {
  readonly mesh: Mesh;
  /** The connection that counts most here: to the interpreter, for an interpreter to the requester. */
  readonly main: Store<Pair>;
  readonly writing: Writing;
  readonly side: Side;
  readonly seat: Seat;
  /** True for some seconds after somebody spoke into the muted microphone. */
  readonly mutedAndSpeaking = new Store(false);
  /** Why there is no picture, where it was given up: own choice, or a weak network. */
  readonly audioOnlyBecause = new Store<'own' | 'network' | null>(null);
  private readonly signs: SignsOfLife;
  private readonly poorSince = new Map<Call, number>();
  private readonly watched = new Set<Call>();
  private readonly stops: (() => void)[] = [];
  private hint: ReturnType<typeof setTimeout> | undefined;
  private silenced = false;
  /** What the person wants while the server does not know it yet. */
  private wantedHold: boolean | null = null;
  /** Who interprets now: after a handover somebody else. */
  private interpreterSeat: Seat;

  constructor(
    readonly session: Pick<SessionView, 'id' | 'modality' | 'participants' | 'interpreterSeat'>,
    setup: CallSetup,
    readonly media: LocalMedia,
    private readonly connection: Connection,
    private readonly isSigned: boolean,
  ) {
    this.seat = setup.seat;
    this.interpreterSeat = session.interpreterSeat;
    this.side = sideOf(setup.seat);
    this.mesh = new Mesh({
      session: session.id,
      iceServers: iceServersOf(setup),
      relayOnly: setup.relayOnly,
      signLanguage: isSigned,
      tracks: media.tracks(),
      send: (to, signal) => connection.invoke('Signal', session.id, to, signal),
      canSignal: () => connection.status.getSnapshot() === 'connected',
    });
    this.mesh.follow(othersOf(setup.seat, session.participants));
    this.main = new Store(this.chooseMain() as Pair);
    this.writing = new Writing(this.mesh);
    this.signs = new SignsOfLife({
      ownLevel: () => media.meter?.level.getSnapshot() ?? 0,
      otherLevel: () => this.loudest(),
      signing: () => this.isSigned && media.tracks().video !== null,
    });
    this.wire();
  }

  /** The whole situation has come again: fresh credentials, and the hold that the server knows. */
  refresh(session: SessionView, setup: CallSetup): void {
    this.mesh.setIceServers(iceServersOf(setup), setup.relayOnly);
    this.adopt(session);
  }

  /** Takes over what the server knows: who is in, the own hold, and that of the other side, in which nothing is sent either. */
  adopt(session: SessionView): void {
    this.mesh.follow(othersOf(this.seat, session.participants));
    this.interpreterSeat = session.interpreterSeat;
    this.followMain();
    const { heldByRequester, heldByInterpreter } = session;
    const holder = this.holder();
    const held = holder === 'requester' ? heldByRequester : holder === 'interpreter' && heldByInterpreter;
    this.silenced =
      (heldByRequester && holder !== 'requester') || (heldByInterpreter && holder !== 'interpreter');
    this.applyTracks();
    if (this.wantedHold === null && this.media.state.getSnapshot().held !== held) this.media.setHeld(held);
  }

  /** Sound and picture stop here at once; the server hears of it as soon as it can. */
  async hold(on: boolean): Promise<void> {
    this.media.setHeld(on);
    this.wantedHold = on;
    await this.tellHold();
  }

  /** Sound only, for weak networks; the picture comes back the same way. */
  setAudioOnly(on: boolean, because: 'own' | 'network' = 'own'): void {
    this.audioOnlyBecause.set(on ? because : null);
    this.poorSince.clear();
    this.mesh.setAudioOnly(on);
  }

  stop(): void {
    this.mesh.hangUp();
    this.media.close();
    clearTimeout(this.hint);
    this.signs.stop();
    for (const stop of this.stops) stop();
  }

  /** Whose hold is the own one: guests, and a relief that still listens, hold nothing. */
  private holder(): Side | null {
    if (this.seat === 'requester') return 'requester';
    return this.seat === this.interpreterSeat ? 'interpreter' : null;
  }

  private get isGuest(): boolean {
    return this.seat.startsWith('guest');
  }

  /** Of everybody else who is in. */
  private loudest(): number {
    const levels = this.mesh.pairs.getSnapshot().map(({ call }) => call.remoteLevel.getSnapshot());
    return Math.max(0, ...levels);
  }

  private chooseMain(): Pair | undefined {
    const pairs = this.mesh.pairs.getSnapshot();
    const wanted: Side = this.side === 'interpreter' ? 'requester' : 'interpreter';
    return (
      pairs.find(pair => wanted === 'interpreter' && pair.seat === this.interpreterSeat) ??
      pairs.find(pair => sideOf(pair.seat) === wanted && !pair.seat.startsWith('guest')) ??
      pairs[0]
    );
  }

  /** After a handover another connection counts: what flows there is told at once. */
  private followMain(): void {
    const before = this.main.getSnapshot();
    const now = this.chooseMain() ?? before;
    this.main.set(now);
    if (now.seat !== before.seat) this.report(now.call.mediaReport());
  }

  private wire(): void {
    const { mesh, media, connection } = this;
    this.stops.push(
      media.events.on('track', () => this.applyTracks()),
      media.state.subscribe(() => mesh.tellState(media.peerState())),
      media.events.on('mutedAndSpeaking', () => this.showHint()),
      mesh.events.on('media', ({ seat, report }) => {
        if (seat === this.main.getSnapshot().seat) this.report(report);
      }),
      mesh.events.on('chat', () => this.signs.hear()),
      mesh.events.on('realTimeText', () => this.signs.hear()),
      mesh.pairs.subscribe(() => this.watchQuality()),
      connection.status.subscribe(() => this.connectionChanged()),
    );
    mesh.tellState(media.peerState());
    this.watchQuality();
  }

  private watchQuality(): void {
    for (const { call } of this.mesh.pairs.getSnapshot()) {
      if (this.watched.has(call)) continue;
      this.watched.add(call);
      this.stops.push(call.quality.subscribe(() => this.judge(call)));
    }
  }

  private applyTracks(): void {
    const { audio, video } = this.media.tracks();
    this.mesh.setTrack('audio', this.silenced ? null : audio);
    this.mesh.setTrack('video', this.silenced ? null : video);
  }

  private connectionChanged(): void {
    if (this.connection.status.getSnapshot() !== 'connected') return;
    this.mesh.signalsAreBack();
    this.report(this.main.getSnapshot().call.mediaReport());
    void this.tellHold();
  }

  private report({ flowing, forSeconds }: { flowing: boolean; forSeconds: number }): void {
    if (flowing) {
      this.connection.holdsSessionId = this.session.id;
      // A call that works is the best check.
      if (this.media.tracks().audio) rememberCheck();
    }
    // Guests' media is nobody's billing.
    if (this.isGuest) return;
    // What is lost here is told again: on the next report, or when the hub is back.
    const signs = this.signs.take();
    this.connection
      .invoke('ReportMedia', { sessionId: this.session.id, flowing, forSeconds, ...signs })
      .catch(() => this.signs.giveBack(signs));
  }

  private async tellHold(): Promise<void> {
    const on = this.wantedHold;
    if (on === null) return;
    try {
      await this.connection.invoke('HoldSession', { sessionId: this.session.id, on });
    } catch (error) {
      if ((error as { code?: string }).code === 'hub_away') return;
    }
    if (this.wantedHold === on) this.wantedHold = null;
  }

  /** A voice that arrives is worth more than a picture that does not. A weak way to one guest takes the picture only there. */
  private judge(call: Call): void {
    const { level, reason } = call.quality.getSnapshot();
    const now = performance.now();
    const weak = level === 'poor' && (reason === 'loss' || reason === 'own_upload');
    const since = weak ? (this.poorSince.get(call) ?? now) : null;
    if (since === null) this.poorSince.delete(call);
    else this.poorSince.set(call, since);
    if (this.isSigned || since === null || now - since < patience) return;
    if (call !== this.main.getSnapshot().call) call.setAudioOnly(true);
    else if (this.audioOnlyBecause.getSnapshot() === null) this.setAudioOnly(true, 'network');
  }

  private showHint(): void {
    clearTimeout(this.hint);
    this.mutedAndSpeaking.set(true);
    this.hint = setTimeout(() => this.mutedAndSpeaking.set(false), 5000);
  }
}

const iceServersOf = (setup: CallSetup): RTCIceServer[] =>
  setup.iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username !== null && { username }),
    ...(credential !== null && { credential }),
  }));
