import { Store } from '../../protocol/store';

const key = 'videodolmetschen.ready';

/** Counts the presses, for whoever has to look again. */
export const presses = new Store(0);

/** The appointments for which "Ich bin bereit" was pressed in this very tab: only here somebody sits who expects the call. */
export function rememberReady(id: string, storage: Storage = sessionStorage): void {
  storage.setItem(
    key,
    JSON.stringify([
      ...read(storage)
        .filter(one => one !== id)
        .slice(-9),
      id,
    ]),
  );
}

export const isReadyHere = (id: string, storage: Storage = sessionStorage): boolean =>
  read(storage).includes(id);

function read(storage: Storage): string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.map(String) : [];
  } catch {
    return [];
  }
}
