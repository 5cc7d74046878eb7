import clock from '@material-symbols/svg-400/rounded/schedule.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../i18n/format';
import type { AppointmentCall, Seat, SessionView } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { useSecond } from '../Elapsed';
import { roomQuery } from '../room';
import { type SlotMoment, slotMoment } from './slot';

/** Quiet, all the time: how long the appointment is booked for. */
export function SlotEnd({ appointment }: { appointment: AppointmentCall }) {
  const { t } = useTranslation('day');
  return <p className="call-slot">{t('slot.until', { time: formatTime(appointment.endsAt) })}</p>;
}

interface Props {
  session: SessionView;
  seat: Seat;
}

/** Shortly before the end and once more after it, until it is read; with what the interpreter has next. */
export function SlotNote({ session, seat }: Props) {
  const { appointment } = session;
  const moment = slotMoment(appointment?.endsAt ?? '', useSecond() * 1000);
  const [read, setRead] = useState<SlotMoment>('quiet');
  return (
    <div role="status" className="call-slot-note">
      {appointment && moment !== 'quiet' && moment !== read && (
        <Note
          appointment={appointment}
          moment={moment}
          session={session}
          seat={seat}
          onRead={() => setRead(moment)}
        />
      )}
    </div>
  );
}

interface NoteProps extends Props {
  appointment: AppointmentCall;
  moment: 'soon' | 'over';
  onRead: () => void;
}

function Note({ appointment, moment, session, seat, onRead }: NoteProps) {
  const { t } = useTranslation('day');
  const time = formatTime(appointment.endsAt);
  return (
    <Alert
      tone={moment === 'soon' ? 'info' : 'warning'}
      icon={clock}
      title={t(`slot.${moment}`, { time })}
      actions={
        <Button small onPress={onRead}>
          {t('slot.understood')}
        </Button>
      }
    >
      <p>{t(`slot.${moment}Text`)}</p>
      <Next appointment={appointment} session={session} seat={seat} />
    </Alert>
  );
}

/** Of the one who was booked; who came as a relief has a day of another kind. */
function Next({ appointment, session, seat }: Props & { appointment: AppointmentCall }) {
  const { t } = useTranslation('day');
  const isBooked = session.interpreterSeat === 'interpreter';
  const { data: room } = useQuery({
    ...roomQuery(appointment.id),
    enabled: isBooked,
    refetchInterval: 60_000,
  });
  if (!isBooked || !room?.nextStartsAt) return null;
  const time = formatTime(room.nextStartsAt);
  return (
    <p>
      {seat === 'interpreter'
        ? t('slot.nextOwn', { time })
        : t('slot.next', { number: session.interpreterNumber, time })}
    </p>
  );
}
