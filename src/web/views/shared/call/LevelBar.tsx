import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type LevelMeter, speakingAbove } from '../../../call/levelMeter';

const silent = () => () => {};

/** How loud the microphone is, as a bar and in words. */
export function LevelBar({ meter }: { meter: LevelMeter | null }) {
  const { t } = useTranslation('call');
  const level = useSyncExternalStore(meter?.level.subscribe ?? silent, () => meter?.level.getSnapshot() ?? 0);
  const heard = level > speakingAbove;
  return (
    <div className="level">
      <meter
        className={`level-bar ${heard ? 'is-heard' : ''}`}
        aria-label={t('check.levelLabel')}
        aria-valuetext={t(heard ? 'check.heard' : 'check.notHeard')}
        min={0}
        max={1}
        value={level}
      />
      <p className="small muted" aria-hidden="true">
        {t(heard ? 'check.heard' : 'check.level')}
      </p>
    </div>
  );
}
