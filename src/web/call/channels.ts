/** What the other person's page says about itself over the data channel. */
export interface PeerState {
  muted: boolean;
  camera: boolean;
  held: boolean;
  /** Sends a screen or a document in place of the own picture. */
  shows: boolean;
  /** Wants no picture and sends none, because the network is weak. */
  audioOnly: boolean;
}

export type ControlMessage =
  | { kind: 'beat' }
  | { kind: 'state'; state: PeerState }
  | { kind: 'chat'; id: string; text: string };

export interface ChannelListener {
  onControl(message: ControlMessage): void;
  onRealTimeText(text: string): void;
  onOpen(): void;
}

/** The longest chat message, in characters. */
export const chatLimit = 2000;

/** Two data channels: control (own state, chat, a heartbeat) and real-time text after RFC 8865. */
export class Channels {
  private control: RTCDataChannel | undefined;
  private text: RTCDataChannel | undefined;
  private pending = '';
  private flushing: ReturnType<typeof setTimeout> | undefined;
  private readonly beating: ReturnType<typeof setInterval>;

  constructor(private readonly listener: ChannelListener) {
    this.beating = setInterval(() => this.send({ kind: 'beat' }), 500);
  }

  /** The offerer's side: both channels are part of its first offer. */
  open(pc: RTCPeerConnection): void {
    this.take(pc.createDataChannel('control'));
    this.take(pc.createDataChannel('t140', { protocol: 't140', ordered: true }));
  }

  take(channel: RTCDataChannel): void {
    if (channel.protocol === 't140') this.text = channel;
    else this.control = channel;
    channel.onopen = () => this.listener.onOpen();
    channel.onmessage = event => {
      if (channel === this.text) this.listener.onRealTimeText(String(event.data));
      else this.hear(event.data);
    };
  }

  send(message: ControlMessage): boolean {
    if (this.control?.readyState !== 'open') return false;
    this.control.send(JSON.stringify(message));
    return true;
  }

  /** Real-time text leaves within 300 ms, gathered so that fast typing is one packet. */
  type(characters: string): void {
    this.pending += characters;
    this.flushing ??= setTimeout(() => {
      this.flushing = undefined;
      if (this.text?.readyState !== 'open') return;
      this.text.send(this.pending);
      this.pending = '';
    }, 200);
  }

  close(): void {
    clearInterval(this.beating);
    clearTimeout(this.flushing);
  }

  private hear(data: unknown): void {
    try {
      const message = JSON.parse(String(data)) as ControlMessage;
      if (message.kind === 'chat') {
        if (typeof message.text !== 'string') return;
        message.text = message.text.slice(0, chatLimit);
      }
      this.listener.onControl(message);
    } catch {
      // Rubbish from the other side changes nothing here.
    }
  }
}
