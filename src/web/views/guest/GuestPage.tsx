import hourglass from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import block from '@material-symbols/svg-400/rounded/link_off.svg?raw';
import waving from '@material-symbols/svg-400/rounded/waving_hand.svg?raw';
import wifiOff from '@material-symbols/svg-400/rounded/wifi_off.svg?raw';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { LocalMedia } from '../../call/localMedia';
import { guestLanguages } from '../../i18n/guest';
import { ApiError } from '../../protocol/http';
import type { GuestView } from '../../protocol/messages';
import { useStore } from '../shared/useStore';
import { OwnPicture, Press, Sheet } from './parts';
import { Notice, Steps } from './Steps';
import { TextsProvider, useLanguage, useTexts } from './texts';
import { arrive, enter, isHere, leave, type Visit } from './visit';

/** Comes while the guest waits; the first page stays small. */
const loadCall = () => import('./GuestCall');
const GuestCall = lazy(async () => ({ default: (await loadCall()).GuestCall }));

type Door = 'looking' | 'open' | 'refused' | 'away';

/** Where somebody without an account comes into a session. */
export function GuestPage({ token }: { token: string | null }) {
  const { language, texts, choose } = useLanguage();
  const [door, setDoor] = useState<Door>(token ? 'open' : 'looking');
  const [visit, setVisit] = useState<Visit | null>(null);
  const began = useRef(false);
  const look = async () => {
    setDoor('looking');
    try {
      if (await isHere()) setVisit(await enter(null));
      else setDoor('refused');
    } catch {
      setDoor('away');
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per page
  useEffect(() => {
    if (token || began.current) return;
    began.current = true;
    void look();
  }, []);
  const join = async (media: LocalMedia) => {
    try {
      if (token) await arrive(token);
      setVisit(await enter(media));
    } catch (error) {
      const refused = error instanceof ApiError && error.code === 'guest_link_unusable';
      // The answer may have got lost after the link was used: then the cookie says so.
      if (refused && (await isHere().catch(() => false))) setVisit(await enter(media));
      else setDoor(refused ? 'refused' : 'away');
    }
  };
  return (
    <TextsProvider value={texts}>
      {visit ? (
        <Inside visit={visit} language={<LanguageChoice code={language.code} onChoose={choose} />} />
      ) : (
        <Frame language={<LanguageChoice code={language.code} onChoose={choose} />}>
          {door === 'open' && <Steps onJoin={join} />}
          {door === 'refused' && <Refused />}
          {door === 'away' && <Away onRetry={() => (token ? setDoor('open') : void look())} />}
        </Frame>
      )}
    </TextsProvider>
  );
}

function LanguageChoice({ code, onChoose }: { code: string; onChoose: (code: string) => void }) {
  const texts = useTexts();
  return (
    <label className="guest-language">
      <span>{texts.language}</span>
      <select value={code} onChange={event => onChoose(event.target.value)}>
        {guestLanguages.map(one => (
          <option key={one.code} value={one.code} lang={one.code} dir={one.dir}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Frame({ language, children }: { language: ReactNode; children: ReactNode }) {
  const texts = useTexts();
  return (
    <div className="guest">
      <header className="guest-head">
        <span className="guest-brand">{texts.title}</span>
        {language}
      </header>
      <main className="guest-main">{children}</main>
    </div>
  );
}

function Inside({ visit, language }: { visit: Visit; language: ReactNode }) {
  useEffect(() => void loadCall(), []);
  const situation = useStore(visit.situation);
  const ongoing = useStore(visit.calls.current);
  const hungUp = useStore(visit.calls.hungUp);
  const isOver = useStore(visit.isOver);
  const guest = situation?.guest ?? null;
  const session = situation?.session ?? null;
  if (guest?.state === 'in' && ongoing && session)
    return (
      <Suspense>
        <GuestCall visit={visit} session={session} ongoing={ongoing} language={language} />
      </Suspense>
    );
  return (
    <Frame language={language}>
      {isOver || guest?.state === 'ended' || (guest && hungUp === guest.sessionId) ? (
        <Ended reason={hungUp === guest?.sessionId && hungUp ? 'left' : (guest?.endReason ?? null)} />
      ) : guest?.state === 'in' ? (
        <Elsewhere visit={visit} />
      ) : guest?.state === 'waiting' ? (
        <WaitingRoom visit={visit} guest={guest} />
      ) : null}
    </Frame>
  );
}

function WaitingRoom({ visit, guest }: { visit: Visit; guest: GuestView }) {
  const texts = useTexts();
  const media = useStore(visit.calls.warm);
  const status = useStore(visit.connection.status);
  return (
    <Sheet title={texts.waitingTitle} icon={hourglass}>
      <p className="guest-where">
        {guest.customerName}, {guest.unitName}
      </p>
      <p role="status">{status === 'connected' ? texts.waitingText : texts.reconnecting}</p>
      {media && guest.modality === 'video' && <OwnPicture media={media} />}
      <Notice />
      <div className="guest-actions">
        <Press onPress={() => void leave(visit)}>{texts.leave}</Press>
      </div>
    </Sheet>
  );
}

function Elsewhere({ visit }: { visit: Visit }) {
  const texts = useTexts();
  return (
    <Sheet title={texts.elsewhere}>
      <div className="guest-actions">
        <Press look="primary" onPress={() => void visit.calls.takeOver().catch(() => undefined)}>
          {texts.bringHere}
        </Press>
      </div>
    </Sheet>
  );
}

/** The same for a link that is foreign, used, taken back or expired. */
function Refused() {
  const texts = useTexts();
  return (
    <Sheet title={texts.refusedTitle} icon={block}>
      <p>{texts.refusedText}</p>
    </Sheet>
  );
}

function Away({ onRetry }: { onRetry: () => void }) {
  const texts = useTexts();
  return (
    <Sheet title={texts.awayTitle} icon={wifiOff}>
      <p>{texts.awayText}</p>
      <div className="guest-actions">
        <Press look="primary" onPress={onRetry}>
          {texts.retry}
        </Press>
      </div>
    </Sheet>
  );
}

function Ended({ reason }: { reason: GuestView['endReason'] }) {
  const texts = useTexts();
  const key = reason === 'removed' || reason === 'rejected' || reason === 'left' ? reason : 'session_ended';
  return (
    <Sheet title={texts[key]} icon={waving}>
      <p>{texts.endedText}</p>
    </Sheet>
  );
}
