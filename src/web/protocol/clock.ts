/** One shared clock for every running time on the page: one timer, corrected by the server's time. */
type Listener = () => void;

let offset = 0;
let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listener>();

/** Called with the server's UTC time whenever a message carries it. */
export function correctClock(serverTime: string | number): void {
  const server = typeof serverTime === 'number' ? serverTime : Date.parse(serverTime);
  if (Number.isFinite(server)) offset = server - Date.now();
}

/** Milliseconds since 1970, as the server sees them. */
export const serverNow = (): number => Date.now() + offset;

export const clock = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    if (listeners.size === 1) tick();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) clearTimeout(timer);
    };
  },
  /** Whole seconds since 1970; stable between two ticks, so that it can be a React snapshot. */
  getSnapshot: (): number => second,
};

function tick(): void {
  const now = serverNow();
  const next = Math.floor(now / 1000);
  timer = setTimeout(tick, 1000 - (now % 1000) + 5);
  if (next === second) return;
  second = next;
  for (const listener of listeners) listener();
}
