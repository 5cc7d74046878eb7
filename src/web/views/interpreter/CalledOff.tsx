import { useTranslation } from 'react-i18next';
import { periodText } from '../appointments/timeText';
import { useLanguages } from '../shared/languages';
import type { Ask } from './asks';

/** What one was asked for and has not to answer any more; stays for some days, for those who were away. */
export function CalledOff({ asks }: { asks: readonly Ask[] }) {
  const { t } = useTranslation('appointments');
  const nameOf = useLanguages();
  if (asks.length === 0) return null;
  return (
    <ul className="called-off muted small">
      {asks.map(({ id, appointment }) => (
        <li key={id}>
          {t('ask.calledOff', {
            language: nameOf(appointment.language).germanName,
            period: periodText(appointment),
          })}
        </li>
      ))}
    </ul>
  );
}
