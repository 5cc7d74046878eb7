import { useCallback, useEffect, useState } from 'react';
import { type Device, listDevices, onDeviceChange } from '../../../call/devices';

/** The list is asked again when something is plugged in, and when a permission has revealed the names. */
export function useDevices(stream: MediaStream): Device[] {
  const [devices, setDevices] = useState<Device[]>([]);
  const load = useCallback(() => {
    void listDevices()
      .then(setDevices)
      .catch(() => setDevices([]));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stream may have new names
  useEffect(load, [load, stream]);
  useEffect(() => onDeviceChange(load), [load]);
  return devices;
}

/** Which device a track of the stream comes from; empty without such a track. */
export const usedDevice = (stream: MediaStream, kind: 'audio' | 'video'): string =>
  stream
    .getTracks()
    .find(track => track.kind === kind)
    ?.getSettings().deviceId ?? '';
