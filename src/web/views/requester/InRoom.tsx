import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { RequestView } from '../../protocol/messages';
import { type Appointment, appointmentQuery } from '../appointments/appointments';
import { LateChoices } from '../appointments/LateChoices';
import { timesText } from '../appointments/timeText';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { Elapsed, useSecond } from '../shared/Elapsed';
import { ErrorAlert } from '../shared/ErrorAlert';
import { focusBack } from '../shared/focusBack';
import { useLive, useStore } from '../shared/live';
import { hasBegun, type RoomAsRead, useRoom } from '../shared/room';
import { Skeleton } from '../shared/Skeleton';
import { awaitStep } from './awaited';
import type { RequestActions } from './useRequest';

interface Props {
  request: RequestView;
  id: string;
  actions: RequestActions;
}

/** In the room: who is waited for, whether they are there, how late, and what happens next. No line, no search. */
export function InRoom({ request, id, actions }: Props) {
  const { t } = useTranslation('day');
  const { data: appointment, error, refetch } = useQuery(appointmentQuery(id));
  const { data: room } = useRoom(id);
  const away = useStore(useLive().connection.status) !== 'connected';
  const top = useRef<HTMLDivElement>(null);
  // The pressed button is gone: the keyboard and the eye go on here.
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div ref={top} tabIndex={-1} className="focus-target">
      <Card className="wait" title={t(`wait.title.${appointment?.interpreter?.gender ?? 'any'}`)}>
        {error && !appointment && <ErrorAlert error={error} onRetry={() => void refetch()} />}
        {appointment && room ? (
          <Now request={request} appointment={appointment} room={room} />
        ) : (
          !error && <Skeleton lines={4} />
        )}
        {away && <Alert tone="warning" live title={t('wait.hubAway')} />}
        {request.state !== 'assigned' && <Leave request={request} actions={actions} />}
      </Card>
    </div>
  );
}

interface NowProps {
  request: RequestView;
  appointment: Appointment;
  room: RoomAsRead;
}

function Now({ request, appointment, room }: NowProps) {
  const { t } = useTranslation('day');
  const now = useSecond() * 1000;
  const step = awaitStep(request, room, now);
  const number = appointment.interpreter?.number ?? t('wait.someone');
  const isLate = step === 'late' && hasBegun(room, now);
  const maySwitch = room.mayReplace && request.state !== 'assigned';
  return (
    <>
      <div className="wait-now">
        <span className={`pulse ${step === 'ready' ? 'pulse-ringing' : ''}`} aria-hidden="true" />
        <p className="wait-step" role="status">
          {t(`wait.step.${step}`, { number, time: formatTime(room.startsAt) })}
        </p>
      </div>
      <dl className="figures">
        <div>
          <dt>{t('wait.who')}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{t('wait.when')}</dt>
          <dd>{timesText(appointment)}</dd>
        </div>
        {isLate && (
          <div>
            <dt>{t('wait.lateSince')}</dt>
            <dd>
              <Elapsed since={room.startsAt} />
            </dd>
          </div>
        )}
      </dl>
      {maySwitch ? (
        <LateChoices appointment={appointment} />
      ) : (
        <>
          <p className="muted">{t('wait.next', { number })}</p>
          {room.mayReplaceFrom && request.state !== 'assigned' && (
            <p>{t('wait.replaceFrom', { number, time: formatTime(room.mayReplaceFrom) })}</p>
          )}
        </>
      )}
    </>
  );
}

function Leave({ request, actions }: Pick<Props, 'request' | 'actions'>) {
  const { t } = useTranslation('day');
  const time = formatTime(request.appointment?.endsAt ?? request.unservedAt);
  const leave = async () => {
    await actions.leave(t('wait.left', { time }));
    focusBack('#inhalt');
  };
  return (
    <div className="stack-tight">
      <p className="muted small">{t('wait.leaveHint', { time })}</p>
      <div>
        <Button isPending={actions.isSending} onPress={() => void leave()}>
          {t('wait.leave')}
        </Button>
      </div>
    </div>
  );
}
