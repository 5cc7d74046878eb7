import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import type { Appointment } from '../appointments/appointments';
import { periodText } from '../appointments/timeText';
import { useLanguages } from '../shared/languages';
import { divide } from './asks';

/** The next one of one's own. */
export function NextAppointment({ appointments }: { appointments: readonly Appointment[] }) {
  const { t } = useTranslation('appointments');
  const nameOf = useLanguages();
  const next = divide(appointments, serverNow()).coming[0];
  if (!next) return null;
  return (
    <p>
      <span className="strong">{t('mine.next')}:</span> {periodText(next)}, {nameOf(next.language).germanName}
      , {next.unitName}
    </p>
  );
}
