export interface NetworkCheck {
  /** Straight ways out of this network were found. */
  direct: boolean;
  /** The relay answered; null where none is configured. */
  relay: boolean | null;
  milliseconds: number;
}

/** Gathers the ways that a call could take, without calling anybody. */
export async function checkNetwork(iceServers: RTCIceServer[], within = 5000): Promise<NetworkCheck> {
  const began = performance.now();
  const pc = new RTCPeerConnection({ iceServers });
  const found = new Set<string>();
  const gathered = new Promise<void>(resolve => {
    pc.onicecandidate = ({ candidate }) =>
      candidate ? candidate.type && found.add(candidate.type) : resolve();
    setTimeout(resolve, within);
  });
  pc.createDataChannel('check');
  await pc.setLocalDescription();
  await gathered;
  pc.close();
  const hasRelay = iceServers.some(server => [server.urls].flat().some(url => url.startsWith('turn')));
  return {
    direct: found.has('host') || found.has('srflx'),
    relay: hasRelay ? found.has('relay') : null,
    milliseconds: Math.round(performance.now() - began),
  };
}
