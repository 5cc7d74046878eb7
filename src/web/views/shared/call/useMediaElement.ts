import { useCallback, useEffect, useRef, useState } from 'react';
import { rememberedDevice } from '../../../call/devices';

/** Shows a stream in a video element and notices when the browser wants a press first. */
export function useMediaElement(stream: MediaStream | null) {
  const ref = useRef<HTMLVideoElement>(null);
  const [blocked, setBlocked] = useState(false);
  const play = useCallback(() => {
    ref.current
      ?.play()
      .then(() => setBlocked(false))
      .catch((error: DOMException) => error.name === 'NotAllowedError' && setBlocked(true));
  }, []);
  useEffect(() => {
    const element = ref.current;
    if (!element || element.srcObject === stream) return;
    element.srcObject = stream;
    if (stream) play();
  }, [stream, play]);
  return { ref, blocked, play };
}

/** Sends the sound of an element to the speaker chosen last, where the browser can. */
export async function playOnSpeaker(element: HTMLMediaElement | null): Promise<void> {
  const id = rememberedDevice('speaker');
  if (element && id && 'setSinkId' in element) await element.setSinkId(id).catch(() => undefined);
}
