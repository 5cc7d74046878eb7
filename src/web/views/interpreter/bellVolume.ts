import { Store } from '../../protocol/store';

const key = 'videodolmetschen.bell';

/** 0 (off) to 100; remembered in this browser. */
export const bellVolume = new Store(read());

export function setBellVolume(volume: number): void {
  bellVolume.set(volume);
  localStorage.setItem(key, String(volume));
}

function read(): number {
  const stored = globalThis.localStorage?.getItem(key);
  const volume = stored === null || stored === undefined ? 70 : Number(stored);
  return volume >= 0 && volume <= 100 ? volume : 70;
}
