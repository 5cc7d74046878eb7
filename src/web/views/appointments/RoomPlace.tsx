import door from '@material-symbols/svg-400/rounded/meeting_room.svg?raw';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { Button } from '../shared/Button';
import { Countdown, useSecond } from '../shared/Elapsed';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LinkButton } from '../shared/LinkButton';
import { useSituation } from '../shared/live';
import { phaseOf, type RoomAsRead, useRoom } from '../shared/room';
import { Skeleton } from '../shared/Skeleton';
import type { Appointment } from './appointments';
import { LateChoices } from './LateChoices';
import { ReadyBadge } from './ReadyBadge';
import { useEnter } from './useEnter';

/** The room of an appointment, for the customer's side: when it opens, who is there, and the way in. */
export function RoomPlace({ appointment }: { appointment: Appointment }) {
  const { data, error, refetch } = useRoom(appointment.id);
  if (!data)
    return error ? <ErrorAlert error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />;
  return <Known appointment={appointment} room={data} />;
}

function Known({ appointment, room }: { appointment: Appointment; room: RoomAsRead }) {
  const { t } = useTranslation('day');
  const phase = phaseOf(room, useSecond() * 1000);
  const number = appointment.interpreter?.number ?? t('wait.someone');
  if (phase === 'over') return null;
  if (phase === 'ahead')
    return (
      <div>
        <p className="strong">
          {t('room.opens', { time: formatTime(room.opensAt) })}{' '}
          <span className="muted nowrap">
            ({t('room.opensIn')} <Countdown until={room.opensAt} />)
          </span>
        </p>
        <p className="muted">{t('room.thenEnter', { number })}</p>
      </div>
    );
  return (
    <>
      <div className="row room-now" role="status">
        <ReadyBadge room={room} number={number} />
        <span>{t('room.open', { time: formatTime(room.endsAt) })}</span>
      </div>
      <WayIn appointment={appointment} room={room} />
    </>
  );
}

function WayIn({ appointment, room }: { appointment: Appointment; room: RoomAsRead }) {
  const { t } = useTranslation('day');
  const situation = useSituation();
  const enter = useEnter(appointment.id);
  const isInside = [situation?.request, situation?.session].some(
    one => one?.appointment?.id === appointment.id && one.endedAt === null,
  );
  if (isInside)
    return (
      <div className="row">
        <LinkButton to="/anfragen" look="primary" icon={door}>
          {t('room.toRoom')}
        </LinkButton>
        <span>{t('room.inside')}</span>
      </div>
    );
  if (room.isTalking) return <p className="strong">{t('room.talking')}</p>;
  const hasBeen =
    appointment.customerCameAt !== null || situation?.session?.appointment?.id === appointment.id;
  return (
    <>
      {room.customerWaits && <p>{t('room.someoneWaits')}</p>}
      <div className="row">
        <Button
          look={room.mayReplace ? 'secondary' : 'primary'}
          icon={door}
          isPending={enter.isPending}
          onPress={() => enter.mutate()}
        >
          {t(hasBeen ? 'room.enterAgain' : 'room.enter')}
        </Button>
      </div>
      <ErrorAlert error={enter.error} />
      {room.mayReplace && <LateChoices appointment={appointment} />}
    </>
  );
}
