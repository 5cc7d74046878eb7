import type { Seat } from '../../protocol/messages';
import type { OtherSeat } from '../../protocol/seats';
import { LocalMedia } from '../localMedia';
import { Mesh, type Pair } from '../mesh';
import type { Signal } from '../signal';

/** One seat of a call in a real browser; the test drives it from outside. */
declare global {
  interface Window {
    sendSignal(to: Seat, signal: Signal): Promise<void>;
    receive(from: Seat, payload: unknown): void;
    begin(others: OtherSeat[], options?: Partial<BeginOptions>): Promise<void>;
    look(seat?: Seat): Promise<Look>;
    mesh: Mesh;
    /** The first connection, for calls of two. */
    call: Pair['call'];
    media: LocalMedia;
    heard: {
      chat: string[];
      text: string;
      reports: { seat: Seat; flowing: boolean; forSeconds: number }[];
    };
    hubAway: boolean;
    /** Milliseconds from `begin`, which opens the camera, to the first picture of somebody else. */
    firstPicture: Promise<number>;
  }
}

interface BeginOptions {
  video: boolean;
  /** A small picture: four pages on one computer encode twelve of them. */
  small: boolean;
  iceServers: RTCIceServer[];
  relayOnly: boolean;
}

export interface Look {
  state: string;
  framesIn: number;
  bytesIn: number;
  epoch: number;
  now: number;
}

const waiting: [Seat, unknown][] = [];
window.receive = (from, payload) => void waiting.push([from, payload]);
window.hubAway = false;
window.heard = { chat: [], text: '', reports: [] };

let begunAt = 0;
let pictureSeen: (after: number) => void;
window.firstPicture = new Promise(resolve => {
  pictureSeen = resolve;
});

window.begin = async (others, { video = true, small = false, iceServers = [], relayOnly = false } = {}) => {
  begunAt = performance.now();
  const media = new LocalMedia();
  await media.open({ audio: true, video });
  if (small) await media.tracks().video?.applyConstraints({ width: 320, height: 180, frameRate: 10 });
  const mesh = new Mesh({
    session: 'session',
    iceServers,
    relayOnly,
    tracks: media.tracks(),
    canSignal: () => !window.hubAway,
    send: (to, signal) =>
      window.hubAway ? Promise.reject(new Error('hub_away')) : window.sendSignal(to, signal),
  });
  media.events.on('track', ({ kind, track }) => mesh.setTrack(kind, track));
  media.state.subscribe(() => mesh.tellState(media.peerState()));
  mesh.tellState(media.peerState());
  mesh.events.on('chat', ({ text }) => window.heard.chat.push(text));
  mesh.events.on('realTimeText', ({ text }) => {
    window.heard.text += text;
  });
  mesh.events.on('media', ({ seat, report }) => window.heard.reports.push({ seat, ...report }));
  mesh.pairs.subscribe(() => mesh.pairs.getSnapshot().forEach(show));
  mesh.follow(others);
  const [first] = mesh.pairs.getSnapshot();
  Object.assign(window, {
    mesh,
    media,
    call: first?.call,
    receive: (from: Seat, payload: unknown) => mesh.receive(from, payload),
  });
  mesh.start();
  for (const [from, payload] of waiting.splice(0)) mesh.receive(from, payload);
};

function show({ seat, call }: Pair): void {
  if (document.getElementById(seat)) return;
  const video = document.createElement('video');
  Object.assign(video, { id: seat, autoplay: true, muted: true });
  document.body.append(video);
  video.requestVideoFrameCallback(shownAt => pictureSeen(shownAt - begunAt));
  const attach = () => {
    video.srcObject = call.remoteStream.getSnapshot();
  };
  call.remoteStream.subscribe(attach);
  attach();
}

window.look = async seat => {
  const pair = window.mesh.pairs.getSnapshot().find(one => seat === undefined || one.seat === seat);
  if (!pair) return { state: 'none', framesIn: 0, bytesIn: 0, epoch: 0, now: performance.now() };
  const { peer, epoch } = pair.call as unknown as { peer: { pc: RTCPeerConnection } | null; epoch: number };
  let framesIn = 0;
  let bytesIn = 0;
  for (const stat of (await peer?.pc.getStats())?.values() ?? []) {
    if (stat.type !== 'inbound-rtp') continue;
    bytesIn += stat.bytesReceived;
    if (stat.kind === 'video') framesIn += stat.framesDecoded ?? 0;
  }
  return { state: pair.call.state.getSnapshot(), framesIn, bytesIn, epoch, now: performance.now() };
};
