import { Call } from '../../../call/call';
import type { LocalMedia } from '../../../call/localMedia';
import type { Quality } from '../../../call/quality';
import type { Connection } from '../../../protocol/connection';
import type { CallSetup, SessionView, Side } from '../../../protocol/messages';
import { othersOf, sideOf } from '../../../protocol/seats';
import { Store } from '../../../protocol/store';
import { Writing } from './conversation';
import { rememberCheck } from './deviceCheck';
import { SignsOfLife } from './signsOfLife';

/** So long the network must be poor before the picture is given up (milliseconds). */
const patience = 8000;

/** One call of this page, with everything that belongs to it; it knows no component. */
export class Ongoing {
  readonly call: Call;
  readonly writing: Writing;
  readonly side: Side;
  /** True for some seconds after somebody spoke into the muted microphone. */
  readonly mutedAndSpeaking = new Store(false);
  /** The code that the person has found equal on both sides. */
  readonly comparedCode = new Store<string | null>(null);
  /** Why there is no picture, where it was given up: own choice, or a weak network. */
  readonly audioOnlyBecause = new Store<'own' | 'network' | null>(null);
  private readonly signs: SignsOfLife;
  private poorSince: number | null = null;
  private readonly stops: (() => void)[] = [];
  private hint: ReturnType<typeof setTimeout> | undefined;
  private silenced = false;
  /** What the person wants while the server does not know it yet. */
  private wantedHold: boolean | null = null;

  constructor(
    readonly session: Pick<SessionView, 'id' | 'modality' | 'participants'>,
    setup: CallSetup,
    readonly media: LocalMedia,
    private readonly connection: Connection,
    private readonly isSigned: boolean,
  ) {
    this.side = sideOf(setup.seat);
    const [other] = othersOf(setup.seat, session.participants);
    this.call = new Call({
      session: session.id,
      role: other?.offersFirst === 'own' ? 'offerer' : 'answerer',
      iceServers: iceServersOf(setup),
      relayOnly: setup.relayOnly,
      signLanguage: isSigned,
      tracks: media.tracks(),
      send: signal => connection.invoke('Signal', session.id, other?.seat ?? 'requester', signal),
      canSignal: () => connection.status.getSnapshot() === 'connected',
    });
    this.writing = new Writing(this.call);
    this.signs = new SignsOfLife({
      ownLevel: () => media.meter?.level.getSnapshot() ?? 0,
      otherLevel: () => this.call.remoteLevel.getSnapshot(),
      signing: () => this.isSigned && media.tracks().video !== null,
    });
    this.wire();
  }

  /** The whole situation has come again: fresh credentials, and the hold that the server knows. */
  refresh(session: SessionView, setup: CallSetup): void {
    this.call.setIceServers(iceServersOf(setup), setup.relayOnly);
    this.adoptHold(session);
  }

  /** Takes over what the server knows: the own hold, and that of the other side, in which nothing is sent either. */
  adoptHold(session: SessionView): void {
    const isRequester = this.side === 'requester';
    const held = isRequester ? session.heldByRequester : session.heldByInterpreter;
    this.silenced = isRequester ? session.heldByInterpreter : session.heldByRequester;
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
    this.poorSince = null;
    this.call.setAudioOnly(on);
  }

  stop(): void {
    this.call.hangUp();
    this.media.close();
    clearTimeout(this.hint);
    this.signs.stop();
    for (const stop of this.stops) stop();
  }

  private wire(): void {
    const { call, media, connection } = this;
    this.stops.push(
      media.events.on('track', () => this.applyTracks()),
      media.state.subscribe(() => call.tellState(media.peerState())),
      media.events.on('mutedAndSpeaking', () => this.showHint()),
      call.events.on('media', report => this.report(report)),
      call.events.on('chat', () => this.signs.hear()),
      call.events.on('realTimeText', () => this.signs.hear()),
      call.quality.subscribe(() => this.judge(call.quality.getSnapshot())),
      connection.status.subscribe(() => this.connectionChanged()),
    );
    call.tellState(media.peerState());
  }

  private applyTracks(): void {
    const { audio, video } = this.media.tracks();
    this.call.setTrack('audio', this.silenced ? null : audio);
    this.call.setTrack('video', this.silenced ? null : video);
  }

  private connectionChanged(): void {
    if (this.connection.status.getSnapshot() !== 'connected') return;
    this.call.signalsAreBack();
    this.report(this.call.mediaReport());
    void this.tellHold();
  }

  private report({ flowing, forSeconds }: { flowing: boolean; forSeconds: number }): void {
    if (flowing) {
      this.connection.holdsSessionId = this.session.id;
      // A call that works is the best check.
      if (this.media.tracks().audio) rememberCheck();
    }
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

  /** A voice that arrives is worth more than a picture that does not. */
  private judge({ level, reason }: Quality): void {
    const now = performance.now();
    const weak = level === 'poor' && (reason === 'loss' || reason === 'own_upload');
    this.poorSince = weak ? (this.poorSince ?? now) : null;
    if (this.isSigned || this.poorSince === null || now - this.poorSince < patience) return;
    if (this.audioOnlyBecause.getSnapshot() === null) this.setAudioOnly(true, 'network');
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
