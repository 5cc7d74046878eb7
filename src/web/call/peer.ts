import { type ChannelListener, Channels } from './channels';
import { vp8First, withOpusRepair } from './sdp';

export type Kind = 'audio' | 'video';
export type Tracks = Record<Kind, MediaStreamTrack | null>;

export interface PeerOptions {
  epoch: number;
  configuration: RTCConfiguration;
  tracks: Tracks;
  signLanguage: boolean;
  /** Among how many connections the page divides what it can send. */
  share: number;
  onCandidate(candidate: RTCIceCandidateInit): void;
  onState(state: RTCPeerConnectionState): void;
  onRemoteStream(stream: MediaStream): void;
  channels: ChannelListener;
}

/** One RTCPeerConnection, from its first description to `close`: one epoch of a call. */
export class Peer {
  readonly pc: RTCPeerConnection;
  readonly epoch: number;
  readonly channels: Channels;
  readonly remote = new MediaStream();
  readonly openedAt = performance.now();
  /** Counts the descriptions of this epoch: the first offer is 1, every ICE restart one more. */
  round = 0;
  private readonly local = new MediaStream();
  private readonly early: RTCIceCandidateInit[] = [];
  private readonly transceivers: Partial<Record<Kind, RTCRtpTransceiver>> = {};

  constructor(private readonly options: PeerOptions) {
    this.epoch = options.epoch;
    this.pc = new RTCPeerConnection(options.configuration);
    this.channels = new Channels(options.channels);
    this.pc.onicecandidate = ({ candidate }) =>
      candidate?.candidate && options.onCandidate(candidate.toJSON());
    this.pc.onconnectionstatechange = () => options.onState(this.pc.connectionState);
    this.pc.ondatachannel = ({ channel }) => this.channels.take(channel);
    this.pc.ontrack = ({ track }) => {
      this.remote.addTrack(track);
      options.onRemoteStream(this.remote);
    };
  }

  get awaitsAnswer(): boolean {
    return this.pc.signalingState === 'have-local-offer';
  }

  /** The first offer carries sound, picture and data at once, so that nothing is ever negotiated later. */
  async offer(): Promise<string> {
    if (this.round++ === 0) {
      for (const kind of ['audio', 'video'] as const)
        this.transceivers[kind] = this.pc.addTransceiver(kind, {
          direction: 'sendrecv',
          streams: [this.local],
        });
      this.channels.open(this.pc);
      await this.prepareSenders();
      await this.pc.setLocalDescription();
    } else await this.pc.setLocalDescription(await this.pc.createOffer({ iceRestart: true }));
    return this.description();
  }

  async answer(sdp: string, round: number): Promise<string> {
    await this.pc.setRemoteDescription({ type: 'offer', sdp: withOpusRepair(sdp) });
    if (this.round === 0) {
      for (const transceiver of this.pc.getTransceivers()) {
        const kind = transceiver.receiver.track.kind as Kind;
        this.transceivers[kind] = transceiver;
        transceiver.direction = 'sendrecv';
        transceiver.sender.setStreams?.(this.local);
      }
      await this.prepareSenders();
    }
    this.round = round;
    await this.addEarlyCandidates();
    await this.pc.setLocalDescription();
    return this.description();
  }

  async accept(sdp: string): Promise<void> {
    await this.pc.setRemoteDescription({ type: 'answer', sdp: withOpusRepair(sdp) });
    await this.addEarlyCandidates();
  }

  /** Holds candidates of the present description, so that sending it again repairs what was lost. */
  description(): string {
    return this.pc.localDescription?.sdp ?? '';
  }

  async addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.pc.remoteDescription) this.early.push(candidate);
    // A candidate from before an ICE restart is refused by the browser, and rightly.
    else await this.pc.addIceCandidate(candidate).catch(() => undefined);
  }

  async setTrack(kind: Kind, track: MediaStreamTrack | null): Promise<void> {
    this.options.tracks[kind] = track;
    const sender = this.transceivers[kind]?.sender;
    await sender?.replaceTrack(track);
    if (kind === 'video' && sender) await this.tune(kind, sender);
  }

  async setShare(share: number): Promise<void> {
    if (this.options.share === share) return;
    this.options.share = share;
    const sender = this.transceivers.video?.sender;
    if (sender) await this.tune('video', sender);
  }

  setIce(configuration: RTCConfiguration): void {
    this.pc.setConfiguration(configuration);
  }

  /** Must come before the page goes: a forgotten connection blocks its TURN allocation. */
  close(): void {
    this.channels.close();
    this.pc.onicecandidate = this.pc.onconnectionstatechange = this.pc.ontrack = this.pc.ondatachannel = null;
    this.pc.close();
  }

  private async prepareSenders(): Promise<void> {
    for (const kind of ['audio', 'video'] as const) {
      const transceiver = this.transceivers[kind];
      if (!transceiver) continue;
      if (kind === 'video') this.preferVp8(transceiver);
      await transceiver.sender.replaceTrack(this.options.tracks[kind]);
      await this.tune(kind, transceiver.sender);
    }
  }

  private preferVp8(transceiver: RTCRtpTransceiver): void {
    const codecs = RTCRtpReceiver.getCapabilities?.('video')?.codecs;
    if (codecs) transceiver.setCodecPreferences?.(vp8First(codecs));
  }

  // Sign language needs movement before sharpness, a document the reverse; a voice must arrive before a picture.
  private async tune(kind: Kind, sender: RTCRtpSender): Promise<void> {
    const parameters = sender.getParameters();
    if (kind === 'video')
      Object.assign(parameters, {
        degradationPreference: this.preference(),
      });
    for (const encoding of parameters.encodings ?? []) {
      encoding.priority = kind === 'audio' ? 'high' : 'low';
      if (kind === 'video')
        encoding.maxBitrate = Math.max(
          400_000,
          Math.round((this.options.signLanguage ? 2_000_000 : 1_200_000) / this.options.share),
        );
    }
    await sender.setParameters(parameters).catch(() => undefined);
  }

  private preference(): RTCDegradationPreference {
    if (this.options.tracks.video?.contentHint === 'detail') return 'maintain-resolution';
    return this.options.signLanguage ? 'maintain-framerate' : 'balanced';
  }

  private async addEarlyCandidates(): Promise<void> {
    for (const candidate of this.early.splice(0)) await this.addCandidate(candidate);
  }
}
