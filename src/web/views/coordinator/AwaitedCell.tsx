import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { AppointmentCall } from '../../protocol/messages';

interface Props {
  appointment: AppointmentCall;
  number: string | null;
}

/** Somebody is in the room of an appointment: nobody is searched for, one person is waited for. */
export function AwaitedCell({ appointment, number }: Props) {
  const { t } = useTranslation('day');
  return (
    <>
      <span className="cell-main">
        {number ? t('board.waitsFor', { number }) : t('board.waitsForSomeone')}
      </span>
      <span className="cell-sub">{t('board.until', { time: formatTime(appointment.endsAt) })}</span>
    </>
  );
}
