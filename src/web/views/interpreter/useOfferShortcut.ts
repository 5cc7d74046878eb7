import { useEffect, useEffectEvent } from 'react';

/** Alt+Shift and a letter anywhere on the page, also inside dialogs and while typing: A accepts, Z asks for more time. */
export function useOfferShortcut(letter: 'a' | 'z', act: (() => void) | undefined): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!act || !isLetter(event, letter) || !event.altKey || !event.shiftKey) return;
    if (event.ctrlKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

/** By the letter on the key: Z and Y change places between keyboards. With Alt some systems give another sign, then by the place. */
function isLetter(event: KeyboardEvent, letter: string): boolean {
  const key = event.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key === letter : event.code === `Key${letter.toUpperCase()}`;
}
