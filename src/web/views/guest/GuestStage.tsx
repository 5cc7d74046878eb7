import pause from '@material-symbols/svg-400/rounded/pause_circle.svg?raw';
import type { Seat, SessionView } from '../../protocol/messages';
import type { Ongoing } from '../shared/call/ongoing';
import { useLarge } from '../shared/call/useLarge';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { GuestTile } from './GuestTile';
import { OwnPicture, Press } from './parts';
import { useTexts } from './texts';

interface Props {
  session: SessionView;
  ongoing: Ongoing;
  nameOf: (seat: Seat) => string;
}

/** Everybody who is in, and what the guest should know right now. While somebody holds, all are covered and silent. */
export function GuestStage({ session, ongoing, nameOf }: Props) {
  const pairs = useStore(ongoing.mesh.pairs);
  const { large, pin } = useLarge(pairs);
  const held = session.heldByInterpreter || session.heldByRequester;
  return (
    <div className="call-stage">
      <div className={large ? 'seats has-pin' : 'seats'} data-count={pairs.length + 1}>
        {pairs.map(pair => (
          <GuestTile
            key={pair.seat}
            pair={pair}
            name={nameOf(pair.seat)}
            isHeld={held}
            isPinned={pair.seat === large}
            {...(pairs.length > 1 && { onPin: () => pin(pair.seat) })}
          />
        ))}
        {session.modality === 'video' && (
          <div className="seat seat-self">
            <OwnPicture media={ongoing.media} />
          </div>
        )}
      </div>
      <div role="status">{held && <Pause />}</div>
      <div className="call-banner">
        <Hints ongoing={ongoing} />
      </div>
    </div>
  );
}

function Pause() {
  const texts = useTexts();
  return (
    <div className="privacy guest-pause">
      <Icon svg={pause} size={64} />
      <p className="privacy-title">{texts.held}</p>
      <p>{texts.heldText}</p>
    </div>
  );
}

/** What the guest may not have noticed, each with the press that mends it. */
function Hints({ ongoing }: { ongoing: Ongoing }) {
  const texts = useTexts();
  const mutedAndSpeaking = useStore(ongoing.mutedAndSpeaking);
  const audioOnly = useStore(ongoing.audioOnlyBecause);
  const unmute = () => {
    ongoing.media.setMuted(false);
    ongoing.mutedAndSpeaking.set(false);
  };
  return (
    <div className="hints" role="status">
      {mutedAndSpeaking && (
        <p className="call-hint">
          {texts.mutedAndSpeaking} <Press onPress={unmute}>{texts.unmute}</Press>
        </p>
      )}
      {audioOnly === 'network' && (
        <p className="call-hint">
          {texts.weakNetwork} <Press onPress={() => ongoing.setAudioOnly(false)}>{texts.pictureAgain}</Press>
        </p>
      )}
    </div>
  );
}
