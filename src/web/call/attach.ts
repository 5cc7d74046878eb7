import type { Call } from './call';
import type { LocalMedia } from './localMedia';

/** Lets a call send what microphone and camera give, and tell the other page what is off. */
export function attach(call: Call, media: LocalMedia): () => void {
  const tell = () => call.tellState(media.peerState());
  const stops = [
    media.events.on('track', ({ kind, track }) => call.setTrack(kind, track)),
    media.state.subscribe(tell),
  ];
  const tracks = media.tracks();
  call.setTrack('audio', tracks.audio);
  call.setTrack('video', tracks.video);
  tell();
  return () => {
    for (const stop of stops) stop();
  };
}
