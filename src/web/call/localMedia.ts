import { Events, Store } from '../protocol/store';
import type { PeerState } from './channels';
import { DeviceError, type DeviceFault, openTrack, rememberDevice } from './devices';
import { LevelMeter, speakingAbove } from './levelMeter';
import type { Kind, Tracks } from './peer';
import type { Shown } from './showing';

export interface LocalMediaState {
  muted: boolean;
  /** Wished by the person; without a camera or on hold nothing is sent all the same. */
  camera: boolean;
  held: boolean;
  /** What is sent in place of the own picture. */
  shows: Shown | null;
  microphoneFault: DeviceFault | null;
  cameraFault: DeviceFault | null;
}

interface LocalMediaEvents {
  track: { kind: Kind; track: MediaStreamTrack | null };
  /** The microphone is off and somebody speaks into it. */
  mutedAndSpeaking: undefined;
}

/** Microphone and camera of this page: what is sent, what is shown in the own picture, what is silent. */
export class LocalMedia {
  readonly state = new Store<LocalMediaState>({
    muted: false,
    camera: true,
    held: false,
    shows: null,
    microphoneFault: null,
    cameraFault: null,
  });
  /** The own picture; a new stream whenever a track changes. */
  readonly stream = new Store<MediaStream>(new MediaStream());
  readonly events = new Events<LocalMediaEvents>();
  meter: LevelMeter | null = null;
  private audio: MediaStreamTrack | null = null;
  private video: MediaStreamTrack | null = null;
  /** Hears the microphone also while the sent track is silent. */
  private ear: MediaStreamTrack | null = null;
  private warnedAt = 0;
  private closed = false;

  /** Opens what is there. A missing camera or microphone is a fault in the state, no exception. */
  async open(wanted: { audio: boolean; video: boolean }): Promise<void> {
    await Promise.all([
      wanted.audio && this.openMicrophone(),
      wanted.video ? this.openCamera() : this.setCamera(false),
    ]);
  }

  tracks(): Tracks {
    return { audio: this.audio, video: this.sentPicture() };
  }

  /** What the other page is told. */
  peerState(): Omit<PeerState, 'audioOnly'> {
    const { muted, held, shows } = this.state.getSnapshot();
    return { muted: muted || !this.audio, camera: this.sentPicture() !== null, held, shows: shows !== null };
  }

  setMuted(muted: boolean): void {
    this.change({ muted });
  }

  /** Off also switches the camera's light off; on opens it again. */
  async setCamera(camera: boolean): Promise<void> {
    this.change({ camera, cameraFault: null });
    if (this.state.getSnapshot().shows) return;
    if (camera) return this.openCamera();
    this.video?.stop();
    this.replace('video', null);
  }

  /** Privacy screen: neither sound nor picture leaves this page until the hold ends. */
  setHeld(held: boolean): void {
    this.change({ held });
    this.events.emit('track', { kind: 'video', track: this.sentPicture() });
  }

  async replaceDevice(device: 'microphone' | 'camera', id: string): Promise<void> {
    rememberDevice(device, id);
    if (device === 'microphone') await this.openMicrophone(id);
    else await this.openCamera(id);
  }

  /** Sends a screen or a document camera in place of the own picture, until the person or the browser ends it. */
  async show(what: Shown, open: () => Promise<MediaStreamTrack | null>): Promise<void> {
    // Many phones run only one camera at a time.
    if (what === 'document') this.video?.stop();
    const track = await open().catch(() => null);
    // Whoever hung up before the question was answered shows nothing.
    if (this.closed) return track?.stop();
    if (!track) return what === 'document' ? this.showCamera() : undefined;
    track.contentHint = 'detail';
    this.video?.stop();
    this.change({ shows: what });
    this.replace('video', track);
  }

  /** The own picture again, as it was. */
  async showCamera(): Promise<void> {
    this.video?.stop();
    this.change({ shows: null });
    if (this.state.getSnapshot().camera) await this.openCamera();
    else this.replace('video', null);
  }

  close(): void {
    this.closed = true;
    for (const track of [this.audio, this.video, this.ear]) track?.stop();
    this.meter?.stop();
    this.audio = this.video = this.ear = this.meter = null;
    this.stream.set(new MediaStream());
  }

  private async openMicrophone(id?: string): Promise<void> {
    await this.guard('microphoneFault', async () => {
      const track = await openTrack('microphone', id);
      this.audio?.stop();
      this.listen(track);
      this.replace('audio', track);
    });
  }

  private async openCamera(id?: string): Promise<void> {
    await this.guard('cameraFault', async () => {
      const track = await openTrack('camera', id).catch(error => this.openAlone(error, id));
      track.contentHint = 'motion';
      this.video?.stop();
      this.change({ shows: null });
      this.replace('video', track);
    });
  }

  /** Many phones run only one camera at a time: the next one opens once the first is closed. */
  private async openAlone(error: unknown, id?: string): Promise<MediaStreamTrack> {
    if (!this.video || !(error instanceof DeviceError) || error.fault !== 'in_use') throw error;
    this.video.stop();
    this.replace('video', null);
    return openTrack('camera', id);
  }

  private async guard(fault: 'microphoneFault' | 'cameraFault', open: () => Promise<void>): Promise<void> {
    try {
      await open();
      this.change({ [fault]: null });
    } catch (error) {
      this.change({ [fault]: error instanceof DeviceError ? error.fault : 'unknown' });
    }
  }

  private replace(kind: Kind, track: MediaStreamTrack | null): void {
    this[kind] = track;
    track?.addEventListener('ended', () => this.ended(kind, track));
    this.silence();
    this.stream.set(new MediaStream([this.audio, this.video].filter(one => one !== null)));
    this.events.emit('track', { kind, track: kind === 'video' ? this.sentPicture() : track });
    // The other page hears of it through the state.
    this.change({});
  }

  // The device was unplugged, its permission taken back, or the browser's own "stop sharing" was pressed.
  private ended(kind: Kind, track: MediaStreamTrack): void {
    if (this[kind] !== track) return;
    if (kind === 'video' && this.state.getSnapshot().shows) return void this.showCamera();
    this.replace(kind, null);
    this.change({ [kind === 'audio' ? 'microphoneFault' : 'cameraFault']: 'not_found' });
  }

  private sentPicture(): MediaStreamTrack | null {
    return this.state.getSnapshot().held ? null : this.video;
  }

  private change(change: Partial<LocalMediaState>): void {
    this.state.update(state => ({ ...state, ...change }));
    this.silence();
  }

  private silence(): void {
    const { muted, held } = this.state.getSnapshot();
    if (this.audio) this.audio.enabled = !muted && !held;
  }

  private listen(track: MediaStreamTrack): void {
    this.ear?.stop();
    this.meter?.stop();
    this.ear = track.clone();
    this.meter = new LevelMeter(this.ear);
    this.meter.level.subscribe(() => this.warn());
  }

  private warn(): void {
    const { muted, held } = this.state.getSnapshot();
    const loud = (this.meter?.level.getSnapshot() ?? 0) > speakingAbove * 3;
    if (!muted || held || !loud || performance.now() - this.warnedAt < 8000) return;
    this.warnedAt = performance.now();
    this.events.emit('mutedAndSpeaking', undefined);
  }
}
