import { useEffect, useEffectEvent } from 'react';

/** Alt+Shift+A anywhere on the page, also inside dialogs and while typing. */
export function useAcceptShortcut(accept: (() => void) | undefined): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!accept || event.code !== 'KeyA' || !event.altKey || !event.shiftKey) return;
    if (event.ctrlKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    accept();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
