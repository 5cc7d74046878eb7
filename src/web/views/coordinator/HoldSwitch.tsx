import pause from '@material-symbols/svg-400/rounded/pause.svg?raw';
import play from '@material-symbols/svg-400/rounded/play_arrow.svg?raw';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { clock } from '../../protocol/clock';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useSecond } from '../shared/Elapsed';
import { useStore } from '../shared/live';
import { useFloor } from './floor';

export function HoldSwitch() {
  const { t } = useTranslation('coordinator');
  const floor = useFloor();
  const held = useStore(floor.heldAt) !== null;
  return (
    <Button
      icon={held ? play : pause}
      onPress={() => (held ? floor.release() : floor.hold(clock.getSnapshot()))}
    >
      {t(held ? 'hold.off' : 'hold.on')}
    </Button>
  );
}

/** Says that the display stands still and how much has changed since; counted once a second. */
export function HeldNotice() {
  const { t } = useTranslation('coordinator');
  const floor = useFloor();
  const heldAt = useStore(floor.heldAt);
  useSecond();
  if (heldAt === null) return null;
  return (
    <Alert tone="warning" icon={pause} title={t('hold.held', { time: formatTime(heldAt * 1000) })}>
      {t('hold.changes', { count: floor.waiting() })}
    </Alert>
  );
}
