import close from '@material-symbols/svg-400/rounded/close.svg?raw';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chatLimit } from '../../../call/channels';
import type { Seat } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { CheckField } from '../CheckField';
import { Dialog } from '../Dialog';
import { useStore } from '../live';
import { TextField } from '../TextField';
import type { Ongoing } from './ongoing';
import type { Named } from './useNames';

interface Props {
  ongoing: Ongoing;
  nameOf: (seat: Seat) => Named;
  onClose: () => void;
}

/** Names, dates and numbers in writing; with real-time text every character appears on the other side at once. */
export function ChatPanel({ ongoing, nameOf, onClose }: Props) {
  const { t } = useTranslation('call');
  const { writing } = ongoing;
  const { lines, typing } = useStore(writing.state);
  const [text, setText] = useState('');
  const [realTime, setRealTime] = useState(false);
  const [lost, setLost] = useState(false);
  const [large, setLarge] = useState<string | null>(null);
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    writing.readAll();
    end.current?.scrollIntoView({ block: 'nearest' });
  });

  const change = (next: string) => {
    setText(next);
    if (realTime) writing.type(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (realTime) writing.finishLine(text);
    const sent = realTime || writing.send(text);
    setLost(!sent);
    if (sent) setText('');
  };

  return (
    <section className="chat" aria-label={t('chat.title')}>
      <div className="chat-head">
        <h2 className="card-title">{t('chat.title')}</h2>
        <Button small look="tertiary" icon={close} aria-label={t('chat.close')} onPress={onClose} />
      </div>
      <p className="muted small">{t('chat.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard */}
      <ol className="chat-lines" aria-label={t('chat.log')} aria-live="polite" tabIndex={0}>
        {lines.length === 0 && typing.length === 0 && <li className="muted">{t('chat.empty')}</li>}
        {lines.map(line => (
          <li key={line.id} className={line.from === null ? 'chat-line is-own' : 'chat-line'}>
            <span className="chat-who">{line.from === null ? t('you') : nameOf(line.from).name}</span>
            <span className="chat-text" dir="auto">
              {line.text}
            </span>
            <Button small look="tertiary" onPress={() => setLarge(line.text)}>
              {t('chat.large')}
            </Button>
          </li>
        ))}
        {typing.map(one => (
          <li key={one.from} className="chat-line is-typing">
            <span className="chat-who">
              {nameOf(one.from).name} {t('chat.typing')}
            </span>
            <span className="chat-text" dir="auto">
              {one.text}
            </span>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      {lost && <Alert tone="warning" live title={t('chat.notSent')} />}
      <form className="chat-form" onSubmit={submit}>
        <TextField
          label={t('chat.input')}
          value={text}
          onChange={change}
          maxLength={chatLimit}
          autoComplete="off"
          autoFocus
        />
        <Button look="primary" type="submit">
          {t('chat.send')}
        </Button>
      </form>
      <CheckField label={t('chat.realTime')} isSelected={realTime} onChange={setRealTime} />
      <Dialog title={t('chat.largeTitle')} isOpen={large !== null} onClose={() => setLarge(null)}>
        <p className="chat-large" dir="auto">
          {large}
        </p>
      </Dialog>
    </section>
  );
}
