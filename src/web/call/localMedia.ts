import { Events, Store } from '../protocol/store';
import type { PeerState } from './channels';
import { DeviceError, type DeviceFault, openTrack, rememberDevice } from './devices';
import { LevelMeter, speakingAbove } from './levelMeter';
import type { Kind, Tracks } from './peer';

export interface LocalMediaState {
  muted: boolean;
  /** Wished by the person; without a camera or on hold nothing is sent all the same. */
  camera: boolean;
  held: boolean;
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

  /** Opens what is there. A missing camera or microphone is a fault in the state, no exception. */
  async open(wanted: { audio: boolean; video: boolean }): Promise<void> {
    await Promise.all([
      wanted.audio && this.openMicrophone(),
      wanted.video ? this.openCamera() : this.setCamera(false),
    ]);
  }

  tracks(): Tracks {
    return { audio: this.audio, video: this.shown() };
  }

  /** What the other page is told. */
  peerState(): Omit<PeerState, 'audioOnly'> {
    const { muted, held } = this.state.getSnapshot();
    return { muted: muted || !this.audio, camera: this.shown() !== null, held };
  }

  setMuted(muted: boolean): void {
    this.change({ muted });
  }

  /** Off also switches the camera's light off; on opens it again. */
  async setCamera(camera: boolean): Promise<void> {
    this.change({ camera, cameraFault: null });
    if (camera) return this.openCamera();
    this.video?.stop();
    this.replace('video', null);
  }

  /** Privacy screen: neither sound nor picture leaves this page until the hold ends. */
  setHeld(held: boolean): void {
    this.change({ held });
    this.events.emit('track', { kind: 'video', track: this.shown() });
  }

  async replaceDevice(device: 'microphone' | 'camera', id: string): Promise<void> {
    rememberDevice(device, id);
    if (device === 'microphone') await this.openMicrophone(id);
    else await this.openCamera(id);
  }

  /** Sends a screen or a document camera in place of the camera; null brings the camera back. */
  async showInstead(track: MediaStreamTrack | null): Promise<void> {
    if (!track) return this.state.getSnapshot().camera ? this.openCamera() : this.setCamera(false);
    this.video?.stop();
    this.change({ camera: true });
    track.addEventListener('ended', () => void this.showInstead(null));
    this.replace('video', track);
  }

  close(): void {
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
      const track = await openTrack('camera', id);
      track.contentHint = 'motion';
      this.video?.stop();
      this.replace('video', track);
    });
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
    this.events.emit('track', { kind, track: kind === 'video' ? this.shown() : track });
    // The other page hears of it through the state.
    this.change({});
  }

  // The device was unplugged or its permission taken back.
  private ended(kind: Kind, track: MediaStreamTrack): void {
    if (this[kind] !== track) return;
    this.replace(kind, null);
    this.change({ [kind === 'audio' ? 'microphoneFault' : 'cameraFault']: 'not_found' });
  }

  private shown(): MediaStreamTrack | null {
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
