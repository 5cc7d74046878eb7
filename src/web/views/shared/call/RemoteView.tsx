import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import person from '@material-symbols/svg-400/rounded/person.svg?raw';
import showIcon from '@material-symbols/svg-400/rounded/present_to_all.svg?raw';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speakingAbove } from '../../../call/levelMeter';
import type { Pair } from '../../../call/mesh';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { useStore } from '../live';
import { playOnSpeaker, useMediaElement } from './useMediaElement';

interface Props {
  pair: Pair;
  name: string;
  /** Covers picture and sound of both sides. */
  screen?: ReactNode;
  videoRef?: RefObject<HTMLVideoElement | null>;
}

/** Somebody else, as large as there is room: picture, or who it is and whether they speak. */
export function RemoteView({ pair, name, screen = null, videoRef }: Props) {
  const { t } = useTranslation('call');
  const { call, seat } = pair;
  const stream = useStore(call.remoteStream);
  const peer = useStore(call.peerState);
  const audioOnly = useStore(call.audioOnly);
  const { ref, blocked, play } = useMediaElement(stream);
  useEffect(() => {
    if (videoRef) videoRef.current = ref.current;
    void playOnSpeaker(ref.current);
  }, [ref, videoRef]);

  const noPicture = !stream || audioOnly || peer?.camera === false || peer?.audioOnly === true;
  return (
    <div className="remote">
      <video
        ref={ref}
        data-testid="remote-video"
        data-seat={seat}
        className={noPicture || screen ? 'remote-video is-covered' : 'remote-video'}
        autoPlay
        playsInline
        muted={Boolean(screen)}
        aria-label={t('remotePicture', { name })}
      />
      {noPicture && !screen && (
        <div className="remote-person">
          <Speaker pair={pair} name={name} />
          <p className="remote-name">{name}</p>
          {stream && <p>{t(audioOnly || peer?.audioOnly ? 'peerAudioOnly' : 'peerCameraOff')}</p>}
        </div>
      )}
      {screen}
      {!screen && (
        <div className="remote-signs">
          {peer?.shows && (
            <p className="remote-sign">
              <Icon svg={showIcon} size={20} />
              {t('show.peer', { name })}
            </p>
          )}
          {peer?.muted && (
            <p className="remote-sign">
              <Icon svg={micOff} size={20} />
              {t('peerMuted')}
            </p>
          )}
        </div>
      )}
      {blocked && (
        <div className="remote-blocked">
          <p>{t('startSoundText')}</p>
          <Button look="primary" onPress={play}>
            {t('startSound')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Speaker({ pair, name }: { pair: Pair; name: string }) {
  const { t } = useTranslation('call');
  const speaks = useStore(pair.call.remoteLevel) > speakingAbove;
  return (
    <span className={`speaker ${speaks ? 'is-speaking' : ''}`}>
      <Icon svg={person} size={72} {...(speaks && { label: t('speaking', { name }) })} />
    </span>
  );
}
