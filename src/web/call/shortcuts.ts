const key = 'videodolmetschen.shortcuts';

export const shortcutsOn = (): boolean => localStorage.getItem(key) !== 'off';
export const switchShortcuts = (on: boolean): void => localStorage.setItem(key, on ? 'on' : 'off');

/** What a key press is called: modifiers in a fixed order, then the physical key, for example "Alt+Shift+A". */
export function nameOf(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>,
): string {
  const modifiers = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Meta',
  ];
  return [...modifiers.filter(Boolean), event.code.replace(/^(Key|Digit)/, '')].join('+');
}

/** Runs an action when its keys are pressed, unless shortcuts are switched off. Always with a modifier: people type here. */
export function onShortcuts(actions: Record<string, () => void>): () => void {
  const listen = (event: KeyboardEvent) => {
    const action = actions[nameOf(event)];
    if (!action || event.repeat || !shortcutsOn()) return;
    event.preventDefault();
    action();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
