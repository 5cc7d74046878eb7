import { type FormEvent, useEffect, useRef, useState } from 'react';
import { chatLimit } from '../../call/channels';
import type { Seat } from '../../protocol/messages';
import type { Writing } from '../shared/call/conversation';
import { useStore } from '../shared/useStore';
import { Press } from './parts';
import { useTexts } from './texts';

interface Props {
  writing: Writing;
  nameOf: (seat: Seat) => string;
  onClose: () => void;
}

/** What people write to each other: names, dates, numbers. It stays in the browsers. */
export function GuestChat({ writing, nameOf, onClose }: Props) {
  const texts = useTexts();
  const { lines, typing } = useStore(writing.state);
  const [text, setText] = useState('');
  const [atOnce, setAtOnce] = useState(false);
  const [lost, setLost] = useState(false);
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    writing.readAll();
    end.current?.scrollIntoView({ block: 'nearest' });
  });
  const change = (next: string) => {
    setText(next);
    if (atOnce) writing.type(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (atOnce) writing.finishLine(text);
    const sent = atOnce || writing.send(text);
    setLost(!sent);
    if (sent) setText('');
  };
  return (
    <section className="chat" aria-label={texts.write}>
      <div className="chat-head">
        <h2 className="card-title">{texts.write}</h2>
        <Press look="tertiary" onPress={onClose}>
          {texts.close}
        </Press>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard */}
      <ol className="chat-lines" aria-label={texts.write} aria-live="polite" tabIndex={0}>
        {lines.map(line => (
          <li key={line.id} className={line.from === null ? 'chat-line is-own' : 'chat-line'}>
            <span className="chat-who">{line.from === null ? texts.you : nameOf(line.from)}</span>
            <span className="chat-text" dir="auto">
              {line.text}
            </span>
          </li>
        ))}
        {typing.map(one => (
          <li key={one.from} className="chat-line is-typing">
            <span className="chat-who">
              {nameOf(one.from)} {texts.writes}
            </span>
            <span className="chat-text" dir="auto">
              {one.text}
            </span>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      {lost && <p role="alert">{texts.notSent}</p>}
      <form className="guest-form" onSubmit={submit}>
        <label>
          <span>{texts.message}</span>
          <input
            className="kern-form-input__input"
            value={text}
            maxLength={chatLimit}
            autoComplete="off"
            dir="auto"
            onChange={event => change(event.target.value)}
          />
        </label>
        <button type="submit" className="kern-btn kern-btn--primary">
          <span className="kern-label">{texts.send}</span>
        </button>
      </form>
      <label className="guest-check">
        <input type="checkbox" checked={atOnce} onChange={event => setAtOnce(event.target.checked)} />
        <span>{texts.letterByLetter}</span>
      </label>
    </section>
  );
}
