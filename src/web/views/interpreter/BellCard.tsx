import quiet from '@material-symbols/svg-400/rounded/volume_off.svg?raw';
import loud from '@material-symbols/svg-400/rounded/volume_up.svg?raw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/live';
import { askForNotifications, type NotificationState, readNotificationState } from '../shared/tabSign';
import { bell } from './bell';
import { bellVolume, setBellVolume } from './bellVolume';

/** How loud it rings, a sample, and the browser's own notes. */
export function BellCard({ rings }: { rings: boolean }) {
  const { t } = useTranslation('interpreter');
  const volume = useStore(bellVolume);
  const blocked = useStore(bell.blocked);
  useEffect(() => bell.watchPermission(), []);
  return (
    <Card title={t('bell.title')} className="bell">
      <div className="bell-volume">
        <label htmlFor="bell-volume">{t('bell.volume')}</label>
        <div className="bell-slider">
          <Icon svg={volume === 0 ? quiet : loud} size={22} />
          <input
            id="bell-volume"
            type="range"
            min={0}
            max={100}
            step={5}
            value={volume}
            aria-valuetext={volume === 0 ? t('bell.silent') : `${volume} %`}
            onChange={event => setBellVolume(Number(event.target.value))}
          />
          <output htmlFor="bell-volume">{volume === 0 ? t('bell.silent') : `${volume} %`}</output>
        </div>
      </div>
      <Sample />
      {volume === 0 && <p className="bell-warning">{t('bell.off')}</p>}
      {blocked && volume > 0 && <p className="bell-warning">{t('bell.blocked')}</p>}
      {!rings && <p className="muted small">{t('bell.otherTab')}</p>}
      <Notifications />
    </Card>
  );
}

function Sample() {
  const { t } = useTranslation('interpreter');
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    bell.ring();
    const timer = setTimeout(() => setPlaying(false), 5000);
    return () => {
      clearTimeout(timer);
      bell.stop();
    };
  }, [playing]);
  return (
    <Button small onPress={() => setPlaying(!playing)}>
      {playing ? t('bell.stop') : t('bell.test')}
    </Button>
  );
}

function Notifications() {
  const { t } = useTranslation('interpreter');
  const [state, setState] = useState<NotificationState>(readNotificationState);
  if (state === 'missing') return null;
  if (state === 'granted') return <p className="muted small">{t('bell.notifyOn')}</p>;
  if (state === 'denied') return <p className="muted small">{t('bell.notifyDenied')}</p>;
  return (
    <div className="bell-notify">
      <Button small onPress={() => void askForNotifications().then(setState)}>
        {t('bell.notify')}
      </Button>
      <p className="muted small">{t('bell.notifyText')}</p>
    </div>
  );
}
