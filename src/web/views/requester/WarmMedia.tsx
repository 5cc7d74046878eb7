import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { DeviceSettings } from '../shared/call/DeviceSettings';
import { useCalls } from '../shared/call/useCall';
import { useStore } from '../shared/live';

/** Opens camera and microphone during the wait: the permission is given before somebody accepts. */
export function useWarmMedia(modality: 'video' | 'audio' | null): void {
  const calls = useCalls();
  useEffect(() => {
    if (modality === null) return;
    calls.warmUp(modality);
    return () => calls.coolDown();
  }, [calls, modality]);
}

/** The own picture and the level during the wait. */
export function WarmMedia({ modality }: { modality: 'video' | 'audio' }) {
  const { t } = useTranslation('call');
  const media = useStore(useCalls().warm);
  if (!media) return null;
  return (
    <Card title={t('check.waitingTitle')}>
      <DeviceSettings media={media} withVideo={modality === 'video'} />
    </Card>
  );
}
