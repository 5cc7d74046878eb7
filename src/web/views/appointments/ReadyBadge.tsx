import absent from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import { useTranslation } from 'react-i18next';
import { Badge } from '../shared/Badge';
import { useSecond } from '../shared/Elapsed';
import { hasBegun, type Room } from '../shared/room';

/** Whether the interpreter is there; from the start on, not being there is a warning. */
export function ReadyBadge({ room, number }: { room: Room; number: string }) {
  const { t } = useTranslation('day');
  const isDue = hasBegun(room, useSecond() * 1000);
  if (room.interpreterReady || room.isTalking)
    return <Badge tone="success">{t('room.ready', { number })}</Badge>;
  return (
    <Badge tone={isDue ? 'warning' : 'neutral'} {...(!isDue && { icon: absent })}>
      {t('room.notReady', { number })}
    </Badge>
  );
}
