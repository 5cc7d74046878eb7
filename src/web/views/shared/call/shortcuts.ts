import { useEffect, useRef } from 'react';
import { Store } from '../../../protocol/store';

const key = 'videodolmetschen.shortcuts';

function read(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

/** Single letters may be in the way of speech input and screen readers, so they can be switched off (WCAG 2.1.4). */
export const shortcutsOn = new Store(read());

export function setShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
  shortcutsOn.set(on);
}

/** Calls what belongs to a pressed letter, unless somebody types or a dialog is open. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!shortcutsOn.getSnapshot() || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
        return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    // Captured: a focused field or button keeps its keys to itself.
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
