import { rememberedDevice } from '../../../call/devices';

const key = 'videodolmetschen.checked';

/** never: not checked on this browser; changed: a device of then is gone; blocked: a permission was taken back. */
export type CheckState = 'never' | 'fine' | 'changed' | 'blocked';

export function rememberCheck(): void {
  localStorage.setItem(key, new Date().toISOString());
}

/** Looks without opening anything, so that no light goes on and nobody is asked. */
export async function checkSilently(): Promise<CheckState> {
  if (!navigator.mediaDevices) return 'blocked';
  if (await isDenied('microphone')) return 'blocked';
  if (!localStorage.getItem(key)) return 'never';
  const present = await navigator.mediaDevices.enumerateDevices();
  const named = present.filter(device => device.deviceId !== '');
  // Without a permission the ids are hidden, and nothing can be said against the last check.
  if (named.length === 0) return present.some(device => device.kind === 'audioinput') ? 'fine' : 'changed';
  const there = (kind: 'microphone' | 'camera', id = rememberedDevice(kind)) =>
    id === null || named.some(device => device.deviceId === id);
  return there('microphone') && there('camera') ? 'fine' : 'changed';
}

async function isDenied(name: string): Promise<boolean> {
  try {
    const status = await navigator.permissions.query({ name: name as PermissionName });
    return status.state === 'denied';
  } catch {
    return false;
  }
}
