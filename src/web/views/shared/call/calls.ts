import { LocalMedia } from '../../../call/localMedia';
import type { HubMessages, Situation } from '../../../protocol/messages';
import { Store } from '../../../protocol/store';
import type { Live } from '../live';
import { Ongoing } from './ongoing';
import { PendingEnd } from './pendingEnd';
import { playTone } from './tone';

/** Begins and ends the call as the situation says: independent of pages, so that it outlives every one of them. */
export class Calls {
  readonly current = new Store<Ongoing | null>(null);
  readonly end: PendingEnd;
  /** Opened during the wait, so that the first word is not lost to a question for permission. */
  readonly warm = new Store<LocalMedia | null>(null);
  private opening: Promise<void> = Promise.resolve();
  private early: HubMessages['SignalReceived'][] = [];
  private cooling: ReturnType<typeof setTimeout> | undefined;
  /** The session in which this page hung up last: it is over here, whatever the server still believes. */
  readonly hungUp: Store<string | null>;
  /** Languages that are signed: movement counts more than sharpness. */
  isSigned: (language: string) => boolean = () => false;

  constructor(private readonly live: Pick<Live, 'connection' | 'situation'>) {
    const { connection, situation } = live;
    this.end = new PendingEnd(args => connection.invoke('EndSession', args), sessionStorage);
    this.hungUp = new Store(this.end.ending.getSnapshot()?.sessionId ?? null);
    connection.on('situation', now => this.resumed(now));
    connection.on('SignalReceived', signal => this.receive(signal));
    connection.status.subscribe(() => {
      if (connection.status.getSnapshot() === 'connected') void this.end.tell();
    });
    situation.subscribe(() => this.follow());
    this.follow();
  }

  /** Camera and microphone while waiting. The same ones go into the call. */
  warmUp(modality: 'video' | 'audio'): void {
    clearTimeout(this.cooling);
    const warm = this.warm.getSnapshot();
    if (warm) void this.opening.then(() => warm.setCamera(modality === 'video'));
    else this.warm.set(this.open(modality));
  }

  /** Waits a moment: who changes the request keeps the picture. */
  coolDown(): void {
    clearTimeout(this.cooling);
    this.cooling = setTimeout(() => {
      const warm = this.warm.getSnapshot();
      this.warm.set(null);
      if (warm) void this.opening.then(() => warm.close());
    }, 300);
  }

  hangUp(): void {
    const ongoing = this.current.getSnapshot();
    if (!ongoing) return;
    this.hungUp.set(ongoing.session.id);
    const { flowing, forSeconds } = ongoing.main.getSnapshot().call.mediaReport();
    this.drop();
    void this.end.hangUp(ongoing.session.id, flowing ? forSeconds : undefined);
  }

  /** A guest goes; the others talk on. */
  leave(): void {
    const ongoing = this.current.getSnapshot();
    if (ongoing) this.hungUp.set(ongoing.session.id);
    this.drop();
  }

  /** Brings a call that runs in another tab to this one. */
  async takeOver(): Promise<void> {
    await this.live.connection.resume(true);
  }

  private receive(signal: HubMessages['SignalReceived']): void {
    const ongoing = this.current.getSnapshot();
    if (ongoing?.session.id === signal.sessionId) ongoing.mesh.receive(signal.from, signal.payload);
    // The other page may be faster than our own news of the session.
    else this.early = [...this.early.slice(-50), signal];
  }

  private resumed({ session, call }: Situation): void {
    const ongoing = this.current.getSnapshot();
    if (ongoing && session && call && ongoing.session.id === session.id) ongoing.refresh(session, call);
  }

  private follow(): void {
    const now = this.live.situation.getSnapshot();
    if (!now) return;
    const { session, call } = now;
    const ongoing = this.current.getSnapshot();
    const mine = session && call && session.state !== 'ended' && this.hungUp.getSnapshot() !== session.id;
    if (ongoing && (!mine || ongoing.session.id !== session.id)) this.drop();
    else if (ongoing && mine) ongoing.adopt(session);
    if (!mine || this.current.getSnapshot()) return;
    const media = this.takeMedia(session.modality);
    const next = new Ongoing(session, call, media, this.live.connection, this.isSigned(session.language));
    this.current.set(next);
    next.adopt(session);
    next.mesh.start();
    // Who works in another window hears that somebody is there.
    if (document.hidden) void playTone();
    for (const { sessionId, from, payload } of this.early.splice(0))
      if (sessionId === session.id) next.mesh.receive(from, payload);
  }

  private takeMedia(modality: 'video' | 'audio'): LocalMedia {
    clearTimeout(this.cooling);
    const warm = this.warm.getSnapshot();
    this.warm.set(null);
    return warm ?? this.open(modality);
  }

  private open(modality: 'video' | 'audio'): LocalMedia {
    const media = new LocalMedia();
    this.opening = media.open({ audio: true, video: modality === 'video' });
    return media;
  }

  private drop(): void {
    const ongoing = this.current.getSnapshot();
    ongoing?.stop();
    // A permission that is given only now must not leave a camera on.
    void this.opening.then(() => ongoing?.media.close());
    this.live.connection.holdsSessionId = null;
    this.current.set(null);
  }
}

const callsOf = new WeakMap<Live, Calls>();

export function openCalls(live: Live): Calls {
  const known = callsOf.get(live);
  if (known) return known;
  const calls = new Calls(live);
  callsOf.set(live, calls);
  return calls;
}
