const key = 'videodolmetschen.device';

/**
 * A UUID for this tab. It outlives a reload; a duplicated tab, which the browser gives a copy of the
 * sessionStorage, gets its own, because the first tab holds a lock on it.
 */
export async function readDeviceId(): Promise<string> {
  const stored = sessionStorage.getItem(key);
  if (stored && (await hold(stored))) return stored;
  const fresh = newId();
  sessionStorage.setItem(key, fresh);
  await hold(fresh);
  return fresh;
}

export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// A reloaded page may have to wait a moment until its predecessor has let go.
function hold(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise(resolve => {
    navigator.locks
      .request(`${key}.${id}`, { signal: AbortSignal.timeout(800) }, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}
