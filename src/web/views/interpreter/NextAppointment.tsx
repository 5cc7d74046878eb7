import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import type { Appointment } from '../appointments/appointments';
import { isOfNow } from '../appointments/ofNow';
import { periodText } from '../appointments/timeText';
import { useLanguages } from '../shared/languages';
import { divide } from './asks';

/** The next one of one's own, after those that have a card of their own. */
export function NextAppointment({ appointments }: { appointments: readonly Appointment[] }) {
  const { t } = useTranslation('appointments');
  const nameOf = useLanguages();
  const now = serverNow();
  const next = divide(appointments, now).coming.find(one => !isOfNow(one, now));
  if (!next) return null;
  return (
    <p>
      <span className="strong">{t('mine.next')}:</span> {periodText(next)}, {nameOf(next.language).germanName}
      , {next.unitName}
    </p>
  );
}
