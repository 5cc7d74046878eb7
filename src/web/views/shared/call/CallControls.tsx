import endIcon from '@material-symbols/svg-400/rounded/call_end-fill.svg?raw';
import chat from '@material-symbols/svg-400/rounded/chat.svg?raw';
import fullscreen from '@material-symbols/svg-400/rounded/fullscreen.svg?raw';
import groupAdd from '@material-symbols/svg-400/rounded/group_add.svg?raw';
import hearing from '@material-symbols/svg-400/rounded/hearing.svg?raw';
import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import mic from '@material-symbols/svg-400/rounded/mic-fill.svg?raw';
import pause from '@material-symbols/svg-400/rounded/pause.svg?raw';
import pip from '@material-symbols/svg-400/rounded/picture_in_picture_alt.svg?raw';
import settings from '@material-symbols/svg-400/rounded/settings.svg?raw';
import swap from '@material-symbols/svg-400/rounded/swap_horiz.svg?raw';
import videoOff from '@material-symbols/svg-400/rounded/videocam_off.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam-fill.svg?raw';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../protocol/messages';
import { useStore } from '../live';
import { CallButton } from './CallButton';
import { ComplaintButton } from './ComplaintButton';
import { canSeekRelief, useHandover } from './handover';
import type { Ongoing } from './ongoing';
import { ShowButton } from './ShowButton';
import { shortcutsOn, useShortcuts } from './shortcuts';
import { useCalls } from './useCall';

interface Props {
  session: SessionView;
  ongoing: Ongoing;
  video: RefObject<HTMLVideoElement | null>;
  stage: RefObject<HTMLElement | null>;
  chatOpen: boolean;
  onChat: () => void;
  onDevices: () => void;
  onGuests: () => void;
  /** How many are invited, wait or are in. */
  guests: number;
}

export function CallControls(props: Props) {
  const { session, ongoing, video: picture, stage, chatOpen, onChat, onDevices, onGuests, guests } = props;
  const { t } = useTranslation('call');
  const calls = useCalls();
  const { mesh, media } = ongoing;
  const { muted, camera, held } = useStore(media.state);
  const audioOnly = useStore(mesh.audioOnly);
  const { unread } = useStore(ongoing.writing.state);
  const withKeys = useStore(shortcutsOn);
  const handover = useHandover(session.id);
  const isVideo = ongoing.session.modality === 'video';
  const toggleMic = () => media.setMuted(!muted);
  const toggleCamera = () => void media.setCamera(!camera);
  const toggleHold = () => void ongoing.hold(!held);
  useShortcuts({ m: toggleMic, h: toggleHold, ...(isVideo && { k: toggleCamera }) });
  const key = (letter: string) => (withKeys ? { shortcut: letter } : {});

  return (
    <fieldset className="call-controls" aria-label={t('controls')}>
      <CallButton
        label={t('microphone')}
        icon={muted ? micOff : mic}
        isOn={!muted}
        look={muted ? 'alert' : 'plain'}
        onPress={toggleMic}
        {...key('M')}
      />
      {isVideo && (
        <CallButton
          label={t('camera')}
          icon={camera ? video : videoOff}
          isOn={camera}
          look={camera ? 'plain' : 'alert'}
          onPress={toggleCamera}
          {...key('K')}
        />
      )}
      <CallButton
        label={t('hold')}
        icon={pause}
        isOn={held}
        look={held ? 'active' : 'plain'}
        onPress={toggleHold}
        {...key('H')}
      />
      <CallButton label={t('devices')} icon={settings} onPress={onDevices} />
      {isVideo && (
        <CallButton
          label={t('audioOnly')}
          icon={hearing}
          isOn={audioOnly}
          look={audioOnly ? 'active' : 'plain'}
          onPress={() => ongoing.setAudioOnly(!audioOnly)}
        />
      )}
      <CallButton
        label={t('text')}
        icon={chat}
        isOn={chatOpen}
        look={chatOpen ? 'active' : 'plain'}
        onPress={onChat}
        badge={unread > 0 && !chatOpen ? String(unread) : undefined}
      />
      {isVideo && <ShowButton media={media} />}
      {ongoing.side === 'requester' && (
        <CallButton
          label={t('guests.open')}
          icon={groupAdd}
          onPress={onGuests}
          badge={guests > 0 ? String(guests) : undefined}
        />
      )}
      {isVideo && document.pictureInPictureEnabled && (
        <CallButton
          label={t('pictureInPicture')}
          icon={pip}
          onPress={() => void showInPicture(picture.current)}
        />
      )}
      {document.fullscreenEnabled && (
        <CallButton
          label={t('fullscreen')}
          icon={fullscreen}
          onPress={() => void toggleFullscreen(stage.current)}
        />
      )}
      {canSeekRelief(session, ongoing.seat) && (
        <CallButton label={t('handover.button')} icon={swap} onPress={handover.seek} />
      )}
      {ongoing.side === 'requester' && <ComplaintButton />}
      <CallButton label={t('hangUp')} icon={endIcon} look="danger" onPress={() => calls.hangUp()} />
    </fieldset>
  );
}

async function showInPicture(element: HTMLVideoElement | null): Promise<void> {
  const shown = document.pictureInPictureElement === element;
  // A picture that has not arrived yet cannot be shown apart; the next press works.
  await (shown ? document.exitPictureInPicture() : element?.requestPictureInPicture())?.catch(
    () => undefined,
  );
}

async function toggleFullscreen(element: HTMLElement | null): Promise<void> {
  await (document.fullscreenElement ? document.exitFullscreen() : element?.requestFullscreen())?.catch(
    () => undefined,
  );
}
