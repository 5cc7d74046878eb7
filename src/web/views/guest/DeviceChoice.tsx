import { useState } from 'react';
import { type DeviceKind, rememberDevice, rememberedDevice } from '../../call/devices';
import type { LocalMedia } from '../../call/localMedia';
import { playTone } from '../shared/call/tone';
import { useDevices, usedDevice } from '../shared/call/useDevices';
import { SelectField } from '../shared/SelectField';
import { useStore } from '../shared/useStore';
import { Fault, Loudness, OwnPicture, Press } from './parts';
import { useTexts } from './texts';

interface Props {
  media: LocalMedia;
  withVideo: boolean;
  onSpeaker?: () => void;
}

/** How one is seen and heard, and another device where there is one; the same before and in the call. */
export function DeviceChoice({ media, withVideo, onSpeaker }: Props) {
  const texts = useTexts();
  const stream = useStore(media.stream);
  const { cameraFault, microphoneFault } = useStore(media.state);
  const [speaker, setSpeaker] = useState(() => rememberedDevice('speaker') ?? 'default');
  const speak = (id: string) => {
    rememberDevice('speaker', id);
    setSpeaker(id);
    onSpeaker?.();
  };
  return (
    <>
      {withVideo && (
        <>
          <OwnPicture media={media} />
          {cameraFault && <Fault text={texts.noCamera} onRetry={() => void media.setCamera(true)} />}
          <Choice
            kind="camera"
            stream={stream}
            value={usedDevice(stream, 'video')}
            onChange={id => void media.replaceDevice('camera', id)}
          />
        </>
      )}
      <Loudness key={stream.id} meter={media.meter} />
      {microphoneFault && (
        <Fault text={texts.noMicrophone} onRetry={() => void media.open({ audio: true, video: withVideo })} />
      )}
      <Choice
        kind="microphone"
        stream={stream}
        value={usedDevice(stream, 'audio')}
        onChange={id => void media.replaceDevice('microphone', id)}
      />
      <Choice kind="speaker" stream={stream} value={speaker} onChange={speak} />
      <Press onPress={() => void playTone()}>{texts.tone}</Press>
    </>
  );
}

interface ChoiceProps {
  kind: DeviceKind;
  stream: MediaStream;
  value: string;
  onChange: (id: string) => void;
}

/** Nothing where there is no choice: most phones have one microphone, and some browsers name no speaker. */
function Choice({ kind, stream, value, onChange }: ChoiceProps) {
  const texts = useTexts();
  const devices = useDevices(stream).filter(device => device.kind === kind);
  if (devices.length < 2) return null;
  return (
    <SelectField
      label={texts[kind]}
      value={value}
      options={devices.map(({ id, label }, index) => ({
        value: id,
        label: label || `${texts[kind]} ${index + 1}`,
      }))}
      onChange={onChange}
    />
  );
}
