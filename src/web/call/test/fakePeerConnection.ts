import { vi } from 'vitest';

/** As much of RTCPeerConnection as negotiation needs: descriptions and signaling states, no media. */
class FakePeerConnection {
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  closed = false;
  private offers = 0;

  constructor() {
    opened.push(this);
  }

  addTransceiver = (kind: string) => ({ kind, sender: new FakeSender(), receiver: { track: { kind } } });
  getTransceivers = () => [];
  createDataChannel = (label: string) => ({ label, protocol: '', readyState: 'connecting' });
  getStats = () => Promise.resolve(new Map());
  setConfiguration = () => {};
  addIceCandidate = () => Promise.resolve();
  createOffer = () => Promise.resolve({ type: 'offer', sdp: `offer ${++this.offers}` });

  async setLocalDescription(given?: { type: string; sdp: string }) {
    const isAnswer = this.signalingState === 'have-remote-offer';
    this.localDescription = given ?? {
      type: isAnswer ? 'answer' : 'offer',
      sdp: isAnswer ? `answer to ${this.remoteDescription?.sdp}` : `offer ${++this.offers}`,
    };
    this.signalingState = isAnswer ? 'stable' : 'have-local-offer';
  }

  async setRemoteDescription(description: { type: string; sdp: string }) {
    this.remoteDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
  }

  close() {
    this.closed = true;
  }
}

class FakeSender {
  replaceTrack = () => Promise.resolve();
  setParameters = () => Promise.resolve();
  getParameters = () => ({ encodings: [] });
}

export const opened: FakePeerConnection[] = [];

export function fakeBrowser(): void {
  opened.length = 0;
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('RTCRtpReceiver', {});
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
}
