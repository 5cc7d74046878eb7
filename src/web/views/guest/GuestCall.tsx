import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fill } from '../../i18n/guest';
import type { Seat, SessionView } from '../../protocol/messages';
import type { Ongoing } from '../shared/call/ongoing';
import { useInCall } from '../shared/call/useInCall';
import { useStore } from '../shared/useStore';
import { GuestChat } from './GuestChat';
import { GuestControls } from './GuestControls';
import { GuestSafety } from './GuestSafety';
import { GuestStage } from './GuestStage';
import { useTexts } from './texts';
import type { Visit } from './visit';

interface Props {
  visit: Visit;
  session: SessionView;
  ongoing: Ongoing;
  language: ReactNode;
}

/** The call as a guest has it: everybody who is in, and few buttons. */
export function GuestCall({ visit, session, ongoing, language }: Props) {
  const texts = useTexts();
  const [writes, setWrites] = useState(false);
  const nameOf = useNameOf(session);
  const stage = useRef<HTMLElement>(null);
  useInCall();
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);
  return (
    <main ref={stage} className="call guest-call" tabIndex={-1} aria-label={texts.title}>
      <header className="call-head">
        <h1 className="call-name">{texts.title}</h1>
        <p className="call-detail">{texts.notRecorded}</p>
        <GuestSafety ongoing={ongoing} nameOf={nameOf} />
        {language}
      </header>
      <Status visit={visit} ongoing={ongoing} />
      <div className={writes ? 'call-body has-chat' : 'call-body'}>
        <GuestStage session={session} ongoing={ongoing} nameOf={nameOf} />
        {writes && <GuestChat writing={ongoing.writing} nameOf={nameOf} onClose={() => setWrites(false)} />}
      </div>
      <GuestControls
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
function Status({ visit, ongoing }: { visit: Visit; ongoing: Ongoing }) {
  const texts = useTexts();
  const { call } = useStore(ongoing.main);
  const state = useStore(call.state);
  const hub = useStore(visit.connection.status);
  const isAway = state === 'interrupted' || (state !== 'connected' && hub !== 'connected');
  return (
    <p className="guest-status" role="status">
      {isAway ? texts.reconnecting : state === 'connected' ? '' : texts.connecting}
    </p>
  );
}
