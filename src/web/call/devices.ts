export type DeviceKind = 'microphone' | 'camera' | 'speaker';

/** Why a device cannot be used; each has a German sentence that says what to do. */
export type DeviceFault =
  | 'denied'
  | 'denied_by_system'
  | 'not_found'
  | 'in_use'
  | 'not_secure'
  | 'not_supported'
  | 'unknown';

export class DeviceError extends Error {
  constructor(
    readonly fault: DeviceFault,
    readonly device: 'microphone' | 'camera',
  ) {
    super(`${device}: ${fault}`);
    this.name = 'DeviceError';
  }
}

export function faultOf(error: unknown): DeviceFault {
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return /system/i.test(message) ? 'denied_by_system' : 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'not_found';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in_use';
  if (name === 'TypeError') return 'not_supported';
  return 'unknown';
}

const kinds = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' } as const;

export interface Device {
  id: string;
  kind: DeviceKind;
  label: string;
}

/** The devices of this computer; their names are known only after a permission was given. */
export async function listDevices(): Promise<Device[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(device => device.deviceId !== '')
    .map(device => ({ id: device.deviceId, kind: kinds[device.kind], label: device.label }));
}

export function onDeviceChange(listener: () => void): () => void {
  navigator.mediaDevices?.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
}

const key = (kind: DeviceKind) => `videodolmetschen.${kind}`;
export const rememberedDevice = (kind: DeviceKind): string | null => localStorage.getItem(key(kind));
export const rememberDevice = (kind: DeviceKind, id: string): void => localStorage.setItem(key(kind), id);

/** Opens one microphone or camera: the given one, else the one used last, else any. */
export async function openTrack(device: 'microphone' | 'camera', id?: string): Promise<MediaStreamTrack> {
  if (!window.isSecureContext) throw new DeviceError('not_secure', device);
  if (!navigator.mediaDevices?.getUserMedia) throw new DeviceError('not_supported', device);
  const wanted = id ?? rememberedDevice(device);
  try {
    const track = await capture(device, wanted, id !== undefined);
    const used = track.getSettings().deviceId;
    if (used) rememberDevice(device, used);
    return track;
  } catch (error) {
    throw new DeviceError(faultOf(error), device);
  }
}

async function capture(device: 'microphone' | 'camera', id: string | null, exactly: boolean) {
  const which = id ? { deviceId: exactly ? { exact: id } : { ideal: id } } : {};
  const constraints: MediaStreamConstraints =
    device === 'microphone'
      ? { audio: { ...which, echoCancellation: true, noiseSuppression: true, autoGainControl: true } }
      : {
          video: {
            ...which,
            width: { ideal: 1280 },
            height: { ideal: 720 },
            frameRate: { ideal: 30, min: 15 },
          },
        };
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}
