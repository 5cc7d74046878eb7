import { useTranslation } from 'react-i18next';
import { formatLongDate, formatTime } from '../../i18n/format';

export const standbyNotes = ['peak', 'night', 'weekend', 'holiday', 'substitution', 'other'] as const;
export type StandbyNote = (typeof standbyNotes)[number];

/** "Dienstag, 1. Dezember, 08:00 bis 10:00 Uhr". */
export function useStandbySpan() {
  const { t } = useTranslation('standby');
  return ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
    t('span', {
      day: formatLongDate(startsAt),
      from: formatTime(startsAt).replace(' Uhr', ''),
      to: formatTime(endsAt),
    });
}
