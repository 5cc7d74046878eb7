import lock from '@material-symbols/svg-400/rounded/videocam_off.svg?raw';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat, SessionView } from '../../../protocol/messages';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { htmlLang, useLanguages } from '../languages';
import { useStore } from '../live';
import { CallAnnouncer, CallBanner } from './CallBanner';
import { CallClock } from './CallClock';
import { CallControls } from './CallControls';
import { ChatPanel } from './ChatPanel';
import { CheckBanner } from './CheckBanner';
import { DeviceDialog } from './DeviceDialog';
import { GuestDialog } from './guests/GuestDialog';
import { guestsOf } from './guests/useGuests';
import { WaitingGuests } from './guests/WaitingGuests';
import { HandoverBanner } from './HandoverBanner';
import type { Ongoing } from './ongoing';
import { PrivacyScreen } from './PrivacyScreen';
import { QualitySign } from './QualitySign';
import { SafetyCode } from './SafetyCode';
import { SelfView } from './SelfView';
import { SlotEnd, SlotNote } from './SlotNote';
import { Tiles } from './Tiles';
import { useInCall } from './useInCall';
import { playOnSpeaker } from './useMediaElement';
import { useNames } from './useNames';

interface Props {
  session: SessionView;
  ongoing: Ongoing;
}

/** The call of this tab, the same for both sides. */
export function CallScreen({ session, ongoing }: Props) {
  const { t } = useTranslation('call');
  const languageOf = useLanguages();
  const language = languageOf(session.language);
  const asked =
    session.requestedLanguage === session.language ? '' : languageOf(session.requestedLanguage).germanName;
  const nameOf = useNames(session);
  const party = nameOf(useStore(ongoing.main).seat);
  const { held } = useStore(ongoing.media.state);
  const holder = holderOf(session, ongoing.seat);
  const [chatOpen, setChatOpen] = useState(false);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const [guestsOpen, setGuestsOpen] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const picture = useRef<HTMLVideoElement>(null);
  useInCall();
  useFocusOnce(stage);
  useEffect(() => {
    document.title = `${t('title')}: ${language.germanName}`;
  }, [t, language.germanName]);

  return (
    <section
      ref={stage}
      className="call"
      tabIndex={-1}
      aria-label={t('region', { language: language.germanName, name: party.name })}
    >
      <header className="call-head">
        <div className="call-party">
          <h1 className="call-name">{party.name}</h1>
          <p className="call-detail">
            {[party.detail, spokenText(t, language.germanName, asked)].filter(Boolean).join(' · ')}{' '}
            <span lang={htmlLang(language.code)} dir={language.dir}>
              {language.autonym !== language.germanName && language.autonym}
            </span>
          </p>
        </div>
        <div className="call-clock">
          <CallClock session={session} />
          {session.appointment && <SlotEnd appointment={session.appointment} />}
        </div>
        <div className="call-chips">
          <QualitySign ongoing={ongoing} />
          <SafetyCode ongoing={ongoing} nameOf={nameOf} />
        </div>
      </header>
      <CallAnnouncer session={session} ongoing={ongoing} name={party.name} />
      <div className={chatOpen ? 'call-body has-chat' : 'call-body'}>
        <div className="call-stage">
          <Tiles
            ongoing={ongoing}
            nameOf={nameOf}
            videoRef={picture}
            screen={
              held || holder ? (
                <PrivacyScreen
                  ongoing={ongoing}
                  heldBySelf={held}
                  name={nameOf(holder ?? ongoing.seat).name}
                />
              ) : null
            }
            self={
              session.modality === 'video' && !held && !holder ? <SelfView media={ongoing.media} /> : null
            }
          />
          <div className="call-banner">
            <HandoverBanner session={session} ongoing={ongoing} />
            <CheckBanner session={session} ongoing={ongoing} name={party.name} />
            <CallBanner session={session} ongoing={ongoing} />
            <SlotNote session={session} seat={ongoing.seat} />
            <WaitingGuests session={session} nameOf={nameOf} mayOpen={ongoing.side === 'requester'} />
            <Hints ongoing={ongoing} />
          </div>
        </div>
        {chatOpen && <ChatPanel ongoing={ongoing} nameOf={nameOf} onClose={() => setChatOpen(false)} />}
      </div>
      <footer className="call-foot">
        <CallControls
          session={session}
          ongoing={ongoing}
          video={picture}
          stage={stage}
          chatOpen={chatOpen}
          onChat={() => setChatOpen(!chatOpen)}
          onDevices={() => setDevicesOpen(true)}
          onGuests={() => setGuestsOpen(true)}
          guests={guestsOf(session).length}
        />
        <p className="call-note">
          <Icon svg={lock} size={18} />
          {t('notRecorded')}
        </p>
      </footer>
      <DeviceDialog
        ongoing={ongoing}
        isOpen={devicesOpen}
        onClose={() => setDevicesOpen(false)}
        onSpeaker={() => stage.current?.querySelectorAll('video').forEach(video => void playOnSpeaker(video))}
      />
      {ongoing.side === 'requester' && (
        <GuestDialog
          session={session}
          nameOf={nameOf}
          isOpen={guestsOpen}
          onClose={() => setGuestsOpen(false)}
        />
      )}
    </section>
  );
}

/** Who else holds the call: a relief that listens is silent in both holds. */
function holderOf(session: SessionView, own: Seat): Seat | null {
  if (session.heldByInterpreter && own !== session.interpreterSeat) return session.interpreterSeat;
  return session.heldByRequester && own !== 'requester' ? 'requester' : null;
}

/** What the person may not have noticed, each with the press that mends it. */
function Hints({ ongoing }: { ongoing: Ongoing }) {
  const { t } = useTranslation('call');
  const mutedAndSpeaking = useStore(ongoing.mutedAndSpeaking);
  const audioOnly = useStore(ongoing.audioOnlyBecause);
  const { shows } = useStore(ongoing.media.state);
  const unmute = () => {
    ongoing.media.setMuted(false);
    ongoing.mutedAndSpeaking.set(false);
  };
  return (
    <div className="hints" role="status">
      {mutedAndSpeaking && <Hint text={t('mutedAndSpeaking')} action={t('unmute')} onPress={unmute} />}
      {shows && (
        <Hint
          text={t(`show.now.${shows}`)}
          action={t('show.stop')}
          onPress={() => void ongoing.media.showCamera()}
        />
      )}
      {audioOnly === 'network' && (
        <Hint
          text={t('weakNetwork')}
          action={t('pictureAgain')}
          onPress={() => ongoing.setAudioOnly(false)}
        />
      )}
    </div>
  );
}

function Hint({ text, action, onPress }: { text: string; action: string; onPress: () => void }) {
  return (
    <p className="call-hint">
      {text}
      <Button small onPress={onPress}>
        {action}
      </Button>
    </p>
  );
}

/** Where a related language stands in, both sides read what is spoken and what was asked for. */
const spokenText = (t: TFunction<'call'>, spoken: string, asked: string) =>
  asked ? t('spoken', { spoken, asked }) : spoken;

/** The call replaces what had the focus; so the keyboard goes on in the call. */
function useFocusOnce(target: { current: HTMLElement | null }): void {
  useEffect(() => target.current?.focus({ preventScroll: true }), [target]);
}
