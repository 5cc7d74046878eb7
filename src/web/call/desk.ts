import type { Connection } from '../protocol/connection';
import type { CallSetup, SessionView, Situation } from '../protocol/messages';
import { Store } from '../protocol/store';
import { attach } from './attach';
import { Call } from './call';
import { Conversation } from './conversation';
import { LocalMedia } from './localMedia';
import type { Quality } from './quality';
import { WakeLock } from './wakeLock';

/** ISO 639-3 codes of sign languages: movement before sharpness. */
const signLanguages = new Set([
  'gsg',
  'sgg',
  'asq',
  'ase',
  'bfi',
  'fsl',
  'ise',
  'ils',
  'psr',
  'rsl',
  'tsm',
  'ukl',
]);
/** So long the network must be poor before the picture is given up (milliseconds). */
const patience = 8000;

interface HungUp {
  sessionId: string;
  at: number;
}

/**
 * Carries the call of the signed-in person's session: begins, repairs and ends it as the situation says,
 * passes signals on, reports media. Views only look at the stores and press the buttons.
 */
export class CallDesk {
  readonly media = new LocalMedia();
  readonly call = new Store<Call | null>(null);
  readonly conversation = new Store<Conversation | null>(null);
  /** Why there is no picture: own choice, or a weak network. */
  readonly audioOnlyBecause = new Store<'own' | 'network' | null>(null);
  private sessionId: string | null = null;
  private hungUp: HungUp | null = null;
  private early: { sessionId: string; payload: unknown }[] = [];
  private poorSince: number | null = null;
  private stops: (() => void)[] = [];
  private readonly wakeLock = new WakeLock();

  constructor(
    private readonly connection: Connection,
    private readonly situation: Store<Situation | null>,
  ) {
    situation.subscribe(() => this.follow());
    connection.on('SignalReceived', signal => this.receive(signal));
    connection.status.subscribe(() => connection.status.getSnapshot() === 'connected' && this.hubIsBack());
  }

  /** Ends the conversation here at once, and at the server as soon as it is reachable. */
  async hangUp(): Promise<void> {
    const { sessionId } = this;
    if (!sessionId) return;
    this.hungUp = { sessionId, at: performance.now() };
    this.end();
    this.situation.update(now => now && showEnded(now));
    await this.tellHangUp();
  }

  /** Privacy screen. Works at once, also while the hub is away. */
  async hold(on: boolean): Promise<void> {
    this.media.setHeld(on);
    if (this.sessionId) await this.connection.invoke('HoldSession', { sessionId: this.sessionId, on });
  }

  setAudioOnly(on: boolean, because: 'own' | 'network' = 'own'): void {
    this.audioOnlyBecause.set(on ? because : null);
    this.poorSince = null;
    this.call.getSnapshot()?.setAudioOnly(on);
  }

  /** Brings a call that runs in another window to this one. */
  takeCall = (): Promise<Situation> => this.connection.resume(true);

  private follow(): void {
    const { session, call } = this.situation.getSnapshot() ?? {};
    if (!session || session.state === 'ended' || !call) this.end();
    else if (session.id === this.hungUp?.sessionId) return;
    else if (session.id !== this.sessionId) this.begin(session, call);
    else this.call.getSnapshot()?.setIceServers(iceServers(call), call.relayOnly);
  }

  private begin(session: SessionView, setup: CallSetup): void {
    this.end();
    this.sessionId = this.connection.holdsSessionId = session.id;
    const call = this.createCall(session, setup);
    this.media.setHeld(setup.side === 'interpreter' ? session.heldByInterpreter : session.heldByRequester);
    this.stops = [
      attach(call, this.media),
      call.quality.subscribe(() => this.judge(call.quality.getSnapshot())),
    ];
    call.events.on('media', report => this.report(report));
    this.conversation.set(new Conversation(call));
    this.call.set(call);
    this.wakeLock.hold();
    addEventListener('beforeunload', askBeforeLeaving);
    call.start();
    for (const { sessionId, payload } of this.early.splice(0))
      if (sessionId === session.id) call.receive(payload);
    void this.media.open({ audio: true, video: session.modality === 'video' });
  }

  private createCall(session: SessionView, setup: CallSetup): Call {
    const other = setup.side === 'interpreter' ? 'requester' : 'interpreter';
    return new Call({
      session: session.id,
      role: setup.offerer ? 'offerer' : 'answerer',
      iceServers: iceServers(setup),
      relayOnly: setup.relayOnly,
      signLanguage: signLanguages.has(session.language),
      tracks: this.media.tracks(),
      canSignal: () => this.connection.status.getSnapshot() === 'connected',
      send: signal => this.connection.invoke('Signal', session.id, other, signal),
    });
  }

  private end(): void {
    if (this.sessionId === null) return;
    this.sessionId = this.connection.holdsSessionId = null;
    for (const stop of this.stops.splice(0)) stop();
    this.call.getSnapshot()?.hangUp();
    this.call.set(null);
    this.conversation.set(null);
    this.audioOnlyBecause.set(null);
    this.media.close();
    this.wakeLock.release();
    removeEventListener('beforeunload', askBeforeLeaving);
  }

  private receive(signal: { sessionId: string; payload: unknown }): void {
    if (signal.sessionId === this.sessionId) this.call.getSnapshot()?.receive(signal.payload);
    // The other page may be faster than our own news of the session.
    else this.early = [...this.early.slice(-50), signal];
  }

  private hubIsBack(): void {
    const call = this.call.getSnapshot();
    if (call) {
      this.report(call.mediaReport());
      call.signalsAreBack();
    }
    void this.tellHangUp();
  }

  private report(report: { flowing: boolean; forSeconds: number }): void {
    const { sessionId } = this;
    if (sessionId)
      void this.connection.invoke('ReportMedia', { sessionId, ...report }).catch(() => undefined);
  }

  private async tellHangUp(): Promise<void> {
    if (!this.hungUp) return;
    const { sessionId, at } = this.hungUp;
    const secondsAgo = Math.round((performance.now() - at) / 1000);
    const session = await this.connection.invoke('EndSession', { sessionId, secondsAgo }).catch(error => {
      if (error?.code !== 'hub_away') this.hungUp = null;
      return null;
    });
    if (!session) return;
    this.hungUp = null;
    this.situation.update(now => now && { ...now, session, call: null });
  }

  private judge(quality: Quality): void {
    const now = performance.now();
    const weak = quality.level === 'poor' && (quality.reason === 'loss' || quality.reason === 'own_upload');
    this.poorSince = weak ? (this.poorSince ?? now) : null;
    const enough = this.poorSince !== null && now - this.poorSince > patience;
    if (enough && !this.audioOnlyBecause.getSnapshot()) this.setAudioOnly(true, 'network');
  }
}

function iceServers(setup: CallSetup): RTCIceServer[] {
  return setup.iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username !== null && { username }),
    ...(credential !== null && { credential }),
  }));
}

/** The person has hung up; the server's own view follows. */
function showEnded(now: Situation): Situation {
  if (!now.session) return now;
  const clock = { ...now.session.clock, running: false };
  return { ...now, session: { ...now.session, state: 'ended', clock }, call: null };
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
