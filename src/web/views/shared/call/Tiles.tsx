import pinIcon from '@material-symbols/svg-400/rounded/keep.svg?raw';
import unpinIcon from '@material-symbols/svg-400/rounded/keep_off.svg?raw';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { speakingAbove } from '../../../call/levelMeter';
import type { Pair } from '../../../call/mesh';
import type { Seat } from '../../../protocol/messages';
import { Button } from '../Button';
import { useStore } from '../live';
import type { Ongoing } from './ongoing';
import { RemoteView } from './RemoteView';
import { useLarge } from './useLarge';
import type { Named } from './useNames';

interface Props {
  ongoing: Ongoing;
  nameOf: (seat: Seat) => Named;
  /** Covers all pictures and sounds. */
  screen: ReactNode;
  videoRef: RefObject<HTMLVideoElement | null>;
  /** The own picture: among the others as soon as there are several. */
  self: ReactNode;
}

/** Everybody who is in. Two people fill the room with one another; more share it, or one is pinned and stays large. */
export function Tiles({ ongoing, nameOf, screen, videoRef, self }: Props) {
  const pairs = useStore(ongoing.mesh.pairs);
  const main = useStore(ongoing.main);
  const { large, pin } = useLarge(pairs);
  if (screen || pairs.length < 2)
    return (
      <>
        <RemoteView
          key={main.seat}
          pair={main}
          name={nameOf(main.seat).name}
          screen={screen}
          videoRef={videoRef}
        />
        {self}
      </>
    );
  return (
    <div className={large ? 'seats has-pin' : 'seats'} data-count={pairs.length + 1}>
      {pairs.map(pair => (
        <Tile
          key={pair.seat}
          pair={pair}
          named={nameOf(pair.seat)}
          isPinned={pair.seat === large}
          onPin={() => pin(pair.seat)}
          {...(pair === main && { videoRef })}
        />
      ))}
      {self && <div className="seat seat-self">{self}</div>}
    </div>
  );
}

interface TileProps {
  pair: Pair;
  named: Named;
  isPinned: boolean;
  onPin: () => void;
  videoRef?: RefObject<HTMLVideoElement | null>;
}

function Tile({ pair, named, isPinned, onPin, videoRef }: TileProps) {
  const { t } = useTranslation('call');
  const speaks = useStore(pair.call.remoteLevel) > speakingAbove;
  const label = isPinned ? t('people.unpin') : t('people.pin', { name: named.name });
  return (
    <section
      className={`seat ${isPinned ? 'is-pinned' : ''} ${speaks ? 'is-speaking' : ''}`}
      aria-label={speaks ? t('speaking', { name: named.name }) : named.name}
    >
      <RemoteView pair={pair} name={named.name} {...(videoRef && { videoRef })} />
      <p className="seat-name">
        <span className="strong">{named.name}</span> {named.detail}
      </p>
      <Button
        small
        className="seat-pin"
        icon={isPinned ? unpinIcon : pinIcon}
        aria-label={label}
        aria-pressed={isPinned}
        onPress={onPin}
      />
    </section>
  );
}
