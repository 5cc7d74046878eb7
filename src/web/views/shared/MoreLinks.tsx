import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { useLocation } from '@tanstack/react-router';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface Props {
  /** Where the links lead, to mark the button while one is there. */
  places: readonly string[];
  children: ReactNode;
}

/** Rarely used places behind one button. They stay links: a disclosure, not a menu, so that Tab and screen readers go through them as usual. */
export function MoreLinks({ places, children }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const isInside = places.some(place => pathname === place || pathname.startsWith(`${place}/`));
  const box = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone there needs the list no more
  useEffect(() => setOpen(false), [pathname]);
  useClickOutside(box, isOpen, () => setOpen(false));
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !box.current?.contains(relatedTarget)) setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <li ref={box} className="nav-more" onBlur={leave} onKeyDown={press}>
      <button
        ref={button}
        type="button"
        className={isInside ? 'nav-link nav-button is-inside' : 'nav-link nav-button'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('nav.more')}
        <Icon svg={expand} size={20} />
      </button>
      <ul id={id} className="nav-more-list" hidden={!isOpen}>
        {children}
      </ul>
    </li>
  );
}

function useClickOutside(box: { current: HTMLElement | null }, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const look = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', look);
    return () => document.removeEventListener('pointerdown', look);
  }, [box, isOpen, close]);
}
