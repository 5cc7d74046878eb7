import { DeviceError, faultOf } from './devices';

/** What can be sent in place of the own picture. */
export type Shown = 'screen' | 'document';

/** Phones cannot. */
export const canShowScreen = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});

/** Asks which screen or window; null when the person chose none. */
export async function openScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } });
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    if (faultOf(error) === 'denied') return null;
    throw new DeviceError(faultOf(error), 'camera');
  }
}

/** A camera over a sheet of paper: sharp before smooth. It does not become the camera used next time. */
export async function openDocumentCamera(id: string): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { deviceId: { exact: id }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    throw new DeviceError(faultOf(error), 'camera');
  }
}
