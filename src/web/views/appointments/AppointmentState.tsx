import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { type Appointment, minutesOf } from './appointments';
import { NoteBadge, StateBadge } from './StateBadge';
import { lengthText, momentText } from './timeText';

/** Where it stands, and what that means for the reader. */
export function AppointmentState({ appointment }: { appointment: Appointment }) {
  return (
    <div className="appointment-state">
      <StateBadge appointment={appointment} />
      <NoteBadge appointment={appointment} />
      <p>
        <Sentence appointment={appointment} />
      </p>
    </div>
  );
}

function Sentence({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  const { state, coverage, answerBy, interpreter, cancelledBy, missedBy, cancelPercent } = appointment;
  const now = serverNow();
  const length = lengthText(minutesOf(appointment));
  if (state === 'held') return t('detail.now.held');
  if (state === 'missed') return t(`detail.now.missed.${missedBy ?? 'uncovered'}`);
  if (state === 'cancelled') {
    const cost = cancelPercent
      ? t('detail.now.cancelledCost', { percent: cancelPercent, length })
      : t('detail.now.cancelledFree');
    return `${t(`detail.now.cancelled.${cancelledBy ?? 'requester'}`)} ${cost}`;
  }
  if (Date.parse(appointment.endsAt) <= now) return t('detail.now.past');
  if (Date.parse(appointment.startsAt) <= now) return t('detail.now.running');
  if (state === 'assigned') return t('detail.now.assigned', { number: interpreter?.number ?? '' });
  if (coverage !== 'none') return t(`detail.now.${coverage}`);
  return Date.parse(answerBy) > now
    ? t('detail.now.requested', { time: momentText(answerBy) })
    : t('detail.now.requestedLate');
}
