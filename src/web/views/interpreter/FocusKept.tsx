import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** When its content goes away while the focus is in it, the focus goes to the place of offers instead of falling to the page. */
export function FocusKept({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    return () => {
      if (!node?.contains(document.activeElement)) return;
      const place = node.closest('.dashboard-main')?.querySelector<HTMLElement>('.offer-place');
      requestAnimationFrame(() => place?.focus());
    };
  }, []);
  return (
    <div ref={box} className="focus-kept">
      {children}
    </div>
  );
}
