import endIcon from '@material-symbols/svg-400/rounded/call_end-fill.svg?raw';
import chat from '@material-symbols/svg-400/rounded/chat.svg?raw';
import micOff from '@material-symbols/svg-400/rounded/mic_off.svg?raw';
import mic from '@material-symbols/svg-400/rounded/mic-fill.svg?raw';
import settings from '@material-symbols/svg-400/rounded/settings.svg?raw';
import videoOff from '@material-symbols/svg-400/rounded/videocam_off.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam-fill.svg?raw';
import { useState } from 'react';
import type { SessionView } from '../../protocol/messages';
import type { Ongoing } from '../shared/call/ongoing';
import { playOnSpeaker } from '../shared/call/useMediaElement';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { DeviceChoice } from './DeviceChoice';
import { Modal } from './Modal';
import { useTexts } from './texts';
import { leave, type Visit } from './visit';

interface Props {
  visit: Visit;
  session: SessionView;
  ongoing: Ongoing;
  writes: boolean;
  onWrite: () => void;
}

/** Few large buttons, each with its word. */
export function GuestControls({ visit, session, ongoing, writes, onWrite }: Props) {
  const texts = useTexts();
  const { media } = ongoing;
  const { muted, camera } = useStore(media.state);
  const { unread } = useStore(ongoing.writing.state);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const isVideo = session.modality === 'video';
  return (
    <footer className="call-foot">
      <div className="call-controls">
        <Control
          label={muted ? texts.microphoneOff : texts.microphoneOn}
          icon={muted ? micOff : mic}
          look={muted ? 'alert' : 'plain'}
          onPress={() => media.setMuted(!muted)}
        />
        {isVideo && (
          <Control
            label={camera ? texts.cameraOn : texts.cameraOff}
            icon={camera ? video : videoOff}
            look={camera ? 'plain' : 'alert'}
            onPress={() => void media.setCamera(!camera)}
          />
        )}
        <Control label={texts.devices} icon={settings} look="plain" onPress={() => setDevicesOpen(true)} />
        <Control
          label={unread > 0 && !writes ? `${texts.write} (${unread})` : texts.write}
          icon={chat}
          look={writes ? 'active' : 'plain'}
          onPress={onWrite}
        />
        <Control label={texts.leave} icon={endIcon} look="danger" onPress={() => void leave(visit)} />
      </div>
      {devicesOpen && (
        <Modal title={texts.devices} onClose={() => setDevicesOpen(false)}>
          <DeviceChoice media={media} withVideo={isVideo && camera} onSpeaker={speakAnew} />
        </Modal>
      )}
    </footer>
  );
}

const speakAnew = () => {
  for (const one of document.querySelectorAll('video')) void playOnSpeaker(one);
};

function Control(props: { label: string; icon: string; look: string; onPress: () => void }) {
  return (
    <button type="button" className={`call-button call-button-${props.look}`} onClick={props.onPress}>
      <Icon svg={props.icon} size={26} />
      <span className="call-button-label">{props.label}</span>
    </button>
  );
}
