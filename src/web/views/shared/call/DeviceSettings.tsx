import volume from '@material-symbols/svg-400/rounded/volume_up.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Device,
  type DeviceFault,
  type DeviceKind,
  rememberDevice,
  rememberedDevice,
} from '../../../call/devices';
import type { LocalMedia } from '../../../call/localMedia';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { useStore } from '../live';
import { SelectField } from '../SelectField';
import { LevelBar } from './LevelBar';
import { SelfView } from './SelfView';
import { playTone } from './tone';
import { useDevices, usedDevice } from './useDevices';

interface Props {
  media: LocalMedia;
  withVideo: boolean;
  onSpeaker?: () => void;
}

/** Picture, loudness and test tone, each with a choice of device; the same before and in a call. */
export function DeviceSettings({ media, withVideo, onSpeaker }: Props) {
  const { t } = useTranslation('call');
  const { microphoneFault, cameraFault } = useStore(media.state);
  const stream = useStore(media.stream);
  const devices = useDevices(stream);
  const speakers = devices.filter(device => device.kind === 'speaker');
  const [speaker, setSpeaker] = useState(() => rememberedDevice('speaker') ?? 'default');
  return (
    <div className="device-settings">
      {withVideo && (
        <div className="stack-tight">
          <SelfView media={media} />
          <Fault
            fault={cameraFault}
            onRetry={() => void media.setCamera(true)}
            extra={t('check.audioOnlyWorks')}
          />
          <DeviceSelect
            kind="camera"
            devices={devices}
            value={usedDevice(stream, 'video')}
            onChange={id => void media.replaceDevice('camera', id)}
          />
        </div>
      )}
      <div className="stack-tight">
        <LevelBar key={stream.id} meter={media.meter} />
        <Fault fault={microphoneFault} onRetry={() => void media.open({ audio: true, video: false })} />
        <DeviceSelect
          kind="microphone"
          devices={devices}
          value={usedDevice(stream, 'audio')}
          onChange={id => void media.replaceDevice('microphone', id)}
        />
        {speakers.length > 0 && (
          <DeviceSelect
            kind="speaker"
            devices={devices}
            value={speaker}
            onChange={id => {
              rememberDevice('speaker', id);
              setSpeaker(id);
              onSpeaker?.();
            }}
          />
        )}
        <Button icon={volume} onPress={() => void playTone()}>
          {t('check.tone')}
        </Button>
        <p className="muted small">{t('check.toneHint')}</p>
      </div>
    </div>
  );
}

function DeviceSelect(props: {
  kind: DeviceKind;
  devices: Device[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('call');
  const options = props.devices
    .filter(device => device.kind === props.kind)
    .map(device => ({ value: device.id, label: device.label || t('check.standard') }));
  return (
    <SelectField
      label={t(`check.${props.kind}`)}
      value={props.value}
      options={options.length > 0 ? options : [{ value: '', label: t('check.standard') }]}
      onChange={props.onChange}
      isDisabled={options.length < 2}
    />
  );
}

function Fault({
  fault,
  onRetry,
  extra,
}: {
  fault: DeviceFault | null;
  onRetry: () => void;
  extra?: string;
}) {
  const { t } = useTranslation('call');
  if (!fault) return null;
  return (
    <Alert
      tone="warning"
      live
      title={t(`check.fault.${fault}`)}
      actions={
        <Button small onPress={onRetry}>
          {t('check.retry')}
        </Button>
      }
    >
      {extra}
    </Alert>
  );
}
