import endIcon from '@material-symbols/svg-400/rounded/call_end-fill.svg?raw';
import chat from '@material-symbols/svg-400/rounded/chat.svg?raw';
import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import mic from '@material-symbols/svg-400/rounded/mic-fill.svg?raw';
import videoOff from '@material-symbols/svg-400/rounded/videocam_off.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam-fill.svg?raw';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fill } from '../../i18n/guest';
import type { Seat, SessionView } from '../../protocol/messages';
import type { Ongoing } from '../shared/call/ongoing';
import { useInCall } from '../shared/call/useInCall';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { GuestChat } from './GuestChat';
import { GuestTile } from './GuestTile';
import { OwnPicture } from './parts';
import { useTexts } from './texts';
import { leave, type Visit } from './visit';

interface Props {
  visit: Visit;
  session: SessionView;
  ongoing: Ongoing;
  language: ReactNode;
}

/** The call as a guest has it: everybody who is in, and few buttons. */
export function GuestCall({ visit, session, ongoing, language }: Props) {
  const texts = useTexts();
  const pairs = useStore(ongoing.mesh.pairs);
  const [pinned, setPinned] = useState<Seat | null>(null);
  const [writes, setWrites] = useState(false);
  const held = session.heldByInterpreter || session.heldByRequester;
  const nameOf = useNameOf(session);
  const stage = useRef<HTMLElement>(null);
  useInCall();
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);
  const large = pairs.some(pair => pair.seat === pinned) ? pinned : null;
  return (
    <main ref={stage} className="call guest-call" tabIndex={-1} aria-label={texts.title}>
      <header className="call-head">
        <h1 className="call-name">{texts.title}</h1>
        <p className="call-detail">{texts.notRecorded}</p>
        {language}
      </header>
      <Status visit={visit} ongoing={ongoing} held={held} />
      <div className={writes ? 'call-body has-chat' : 'call-body'}>
        <div className="call-stage">
          <div className={large ? 'seats has-pin' : 'seats'} data-count={pairs.length + 1}>
            {pairs.map(pair => (
              <GuestTile
                key={pair.seat}
                pair={pair}
                name={nameOf(pair.seat)}
                isHeld={held}
                isPinned={pair.seat === large}
                {...(pairs.length > 1 && {
                  onPin: () => setPinned(pair.seat === large ? null : pair.seat),
                })}
              />
            ))}
            {session.modality === 'video' && (
              <div className="seat seat-self">
                <OwnPicture media={ongoing.media} />
              </div>
            )}
          </div>
        </div>
        {writes && <GuestChat writing={ongoing.writing} nameOf={nameOf} onClose={() => setWrites(false)} />}
      </div>
      <Controls
        visit={visit}
        session={session}
        ongoing={ongoing}
        writes={writes}
        onWrite={() => setWrites(!writes)}
      />
    </main>
  );
}

function useNameOf(session: SessionView): (seat: Seat) => string {
  const texts = useTexts();
  return seat => {
    if (seat === 'requester') return session.customerName;
    const number = seat.split('_')[1];
    if (seat.startsWith('guest')) return fill(texts.guest, { n: number ?? '' });
    return number ? `${texts.interpreter} ${number}` : texts.interpreter;
  };
}

/** What keeps the call from being simply there. */
function Status({ visit, ongoing, held }: { visit: Visit; ongoing: Ongoing; held: boolean }) {
  const texts = useTexts();
  const { call } = useStore(ongoing.main);
  const state = useStore(call.state);
  const hub = useStore(visit.connection.status);
  const text = held
    ? texts.held
    : state === 'interrupted' || (state !== 'connected' && hub !== 'connected')
      ? texts.reconnecting
      : state !== 'connected'
        ? texts.connecting
        : '';
  return (
    <p className="guest-status" role="status">
      {text}
    </p>
  );
}

interface ControlProps {
  visit: Visit;
  session: SessionView;
  ongoing: Ongoing;
  writes: boolean;
  onWrite: () => void;
}

function Controls({ visit, session, ongoing, writes, onWrite }: ControlProps) {
  const texts = useTexts();
  const { media } = ongoing;
  const { muted, camera } = useStore(media.state);
  const { unread } = useStore(ongoing.writing.state);
  return (
    <footer className="call-foot">
      <div className="call-controls">
        <Control
          label={muted ? texts.microphoneOff : texts.microphoneOn}
          icon={muted ? micOff : mic}
          look={muted ? 'alert' : 'plain'}
          onPress={() => media.setMuted(!muted)}
        />
        {session.modality === 'video' && (
          <Control
            label={camera ? texts.cameraOn : texts.cameraOff}
            icon={camera ? video : videoOff}
            look={camera ? 'plain' : 'alert'}
            onPress={() => void media.setCamera(!camera)}
          />
        )}
        <Control
          label={unread > 0 && !writes ? `${texts.write} (${unread})` : texts.write}
          icon={chat}
          look={writes ? 'active' : 'plain'}
          onPress={onWrite}
        />
        <Control label={texts.leave} icon={endIcon} look="danger" onPress={() => void leave(visit)} />
      </div>
    </footer>
  );
}

function Control(props: { label: string; icon: string; look: string; onPress: () => void }) {
  return (
    <button type="button" className={`call-button call-button-${props.look}`} onClick={props.onPress}>
      <Icon svg={props.icon} size={26} />
      <span className="call-button-label">{props.label}</span>
    </button>
  );
}
