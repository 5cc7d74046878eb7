import pinIcon from '@material-symbols/svg-400/rounded/keep.svg?raw';
import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import person from '@material-symbols/svg-400/rounded/person.svg?raw';
import { useEffect } from 'react';
import { speakingAbove } from '../../call/levelMeter';
import type { Pair } from '../../call/mesh';
import { fill } from '../../i18n/guest';
import { playOnSpeaker, useMediaElement } from '../shared/call/useMediaElement';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { Press } from './parts';
import { useTexts } from './texts';

interface Props {
  pair: Pair;
  name: string;
  /** Nobody sends anything right now. */
  isHeld: boolean;
  isPinned: boolean;
  onPin?: () => void;
}

/** Somebody else: picture, or a sign for the person; who speaks has a bright frame. */
export function GuestTile({ pair: { seat, call }, name, isHeld, isPinned, onPin }: Props) {
  const texts = useTexts();
  const stream = useStore(call.remoteStream);
  const peer = useStore(call.peerState);
  const speaks = useStore(call.remoteLevel) > speakingAbove;
  const audioOnly = useStore(call.audioOnly);
  const { ref, blocked, play } = useMediaElement(stream);
  useEffect(() => void playOnSpeaker(ref.current), [ref]);
  const dark = !stream || isHeld || audioOnly || peer?.camera === false || peer?.audioOnly === true;
  return (
    <section
      className={`seat ${isPinned ? 'is-pinned' : ''} ${speaks ? 'is-speaking' : ''}`}
      aria-label={speaks ? fill(texts.speaking, { name }) : name}
    >
      <div className="remote">
        <video
          ref={ref}
          data-testid="remote-video"
          data-seat={seat}
          className={dark ? 'remote-video is-covered' : 'remote-video'}
          autoPlay
          playsInline
          muted={isHeld}
          aria-label={name}
        />
        {dark && (
          <div className="remote-person">
            <span className={`speaker ${speaks ? 'is-speaking' : ''}`}>
              <Icon svg={person} size={56} />
            </span>
          </div>
        )}
        {blocked && (
          <div className="remote-blocked">
            <Press look="primary" onPress={play}>
              {texts.startSound}
            </Press>
          </div>
        )}
      </div>
      <p className="seat-name">
        {peer?.muted && <Icon svg={micOff} size={18} label={texts.muted} />}{' '}
        {peer?.shows ? fill(texts.shows, { name }) : name}
      </p>
      {onPin && (
        <button
          type="button"
          className="kern-btn btn-small btn-square seat-pin"
          aria-pressed={isPinned}
          aria-label={fill(texts.large, { name })}
          onClick={onPin}
        >
          <Icon svg={pinIcon} size={20} />
        </button>
      )}
    </section>
  );
}
