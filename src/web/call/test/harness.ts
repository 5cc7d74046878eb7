import { Call } from '../call';
import { LocalMedia } from '../localMedia';
import type { Signal } from '../signal';

/** One side of a call in a real browser; the test drives it from outside. */
declare global {
  interface Window {
    sendSignal(signal: Signal): Promise<void>;
    receive(payload: unknown): void;
    begin(role: 'offerer' | 'answerer', options?: Partial<BeginOptions>): Promise<void>;
    look(): Promise<Look>;
    call: Call;
    media: LocalMedia;
    heard: { chat: string[]; text: string; reports: { flowing: boolean; forSeconds: number }[] };
    hubAway: boolean;
  }
}

interface BeginOptions {
  video: boolean;
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

const waiting: unknown[] = [];
window.receive = payload => void waiting.push(payload);
window.hubAway = false;
window.heard = { chat: [], text: '', reports: [] };

window.begin = async (role, { video = true, iceServers = [], relayOnly = false } = {}) => {
  const media = new LocalMedia();
  await media.open({ audio: true, video });
  const call = new Call({
    session: 'session',
    role,
    iceServers,
    relayOnly,
    tracks: media.tracks(),
    canSignal: () => !window.hubAway,
    send: signal => (window.hubAway ? Promise.reject(new Error('hub_away')) : window.sendSignal(signal)),
  });
  media.events.on('track', ({ kind, track }) => call.setTrack(kind, track));
  media.state.subscribe(() => call.tellState(media.peerState()));
  call.tellState(media.peerState());
  call.events.on('chat', ({ text }) => window.heard.chat.push(text));
  call.events.on('realTimeText', text => {
    window.heard.text += text;
  });
  call.events.on('media', report => window.heard.reports.push(report));
  call.remoteStream.subscribe(() => {
    (document.getElementById('remote') as HTMLVideoElement).srcObject = call.remoteStream.getSnapshot();
  });
  Object.assign(window, { call, media, receive: (payload: unknown) => call.receive(payload) });
  call.start();
  for (const payload of waiting.splice(0)) call.receive(payload);
};

window.look = async () => {
  const { peer, epoch } = window.call as unknown as { peer: { pc: RTCPeerConnection } | null; epoch: number };
  let framesIn = 0;
  let bytesIn = 0;
  for (const stat of (await peer?.pc.getStats())?.values() ?? []) {
    if (stat.type !== 'inbound-rtp') continue;
    bytesIn += stat.bytesReceived;
    if (stat.kind === 'video') framesIn += stat.framesDecoded ?? 0;
  }
  return { state: window.call.state.getSnapshot(), framesIn, bytesIn, epoch, now: performance.now() };
};
