import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Press } from './parts';
import { useTexts } from './texts';

/** The browser's own dialog: keyboard and screen reader stay inside, Escape closes, the focus returns. */
export function Modal(props: { title: string; onClose: () => void; children: ReactNode }) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="guest-dialog" aria-labelledby={heading} onClose={props.onClose}>
      <h2 id={heading} className="card-title">
        {props.title}
      </h2>
      {props.children}
      <div className="guest-actions">
        <Press look="primary" onPress={() => dialog.current?.close()}>
          {texts.close}
        </Press>
      </div>
    </dialog>
  );
}
