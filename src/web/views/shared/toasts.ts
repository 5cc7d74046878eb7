import { errorText } from '../../i18n/errorText';
import type { Tone } from './Badge';

export interface Toast {
  id: number;
  tone: Tone;
  text: string;
  action?: { label: string; run: () => void };
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: () => toasts,
};

/** Shows a message for some seconds; never the only place where something important stands. */
export function toast(
  tone: Tone,
  text: string,
  options: { action?: Toast['action']; seconds?: number } = {},
) {
  const id = ++lastId;
  show([...toasts.slice(-3), { id, tone, text, ...(options.action && { action: options.action }) }]);
  const seconds = options.seconds ?? (tone === 'danger' ? 12 : 6);
  setTimeout(() => dismissToast(id), seconds * 1000);
  return id;
}

export const toastError = (error: unknown) => toast('danger', errorText(error));
export const dismissToast = (id: number) => show(toasts.filter(toast => toast.id !== id));

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
