import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDeviceChange } from '../../../call/devices';
import { LocalMedia } from '../../../call/localMedia';
import { Badge } from '../Badge';
import { Button } from '../Button';
import { Card } from '../Card';
import { Dialog } from '../Dialog';
import { DeviceSettings } from './DeviceSettings';
import { type CheckState, checkSilently, rememberCheck } from './deviceCheck';

const tones = { never: 'warning', fine: 'success', changed: 'warning', blocked: 'danger' } as const;

/** Camera and microphone before the first call; later a silent look whether all is as it was. */
export function DeviceCard() {
  const { t } = useTranslation('call');
  const [state, setState] = useState<CheckState | null>(null);
  const [media, setMedia] = useState<LocalMedia | null>(null);
  const opening = useRef(Promise.resolve());
  useEffect(() => {
    const look = () => void checkSilently().then(setState);
    look();
    return onDeviceChange(look);
  }, []);
  const open = () => {
    const opened = new LocalMedia();
    setMedia(opened);
    opening.current = opened.open({ audio: true, video: true });
  };
  const close = () => {
    // A permission that is given only now must not leave a camera on.
    void opening.current.then(() => media?.close());
    setMedia(null);
    void checkSilently().then(setState);
  };
  if (!state) return null;
  return (
    <Card title={t('check.cardTitle')} className="device-card">
      <p>{t(`check.${state}Text`)}</p>
      <div className="row">
        <Badge tone={tones[state]}>{t(`check.${state}`)}</Badge>
        <Button small onPress={open}>
          {t(state === 'fine' ? 'check.again' : 'check.start')}
        </Button>
      </div>
      <Dialog
        title={t('check.title')}
        isOpen={media !== null}
        onClose={close}
        actions={
          <Button
            look="primary"
            onPress={() => {
              rememberCheck();
              close();
            }}
          >
            {t('check.ok')}
          </Button>
        }
      >
        {media && <DeviceSettings media={media} withVideo />}
      </Dialog>
    </Card>
  );
}
