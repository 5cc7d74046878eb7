import { useTranslation } from 'react-i18next';
import { CalendarEntry } from './CalendarEntry';
import type { CalendarProps } from './CalendarList';
import { byDay, weekOf } from './calendarGrid';
import { dayText, weekdayText } from './timeText';

/** Seven days side by side, each with its appointments in order; one below the other where there is no room. */
export function WeekView({ day, today, appointments, withUnit }: CalendarProps) {
  const { t } = useTranslation('appointments');
  const days = byDay(appointments);
  return (
    <ul className="calendar-week">
      {weekOf(day).map(of => {
        const list = days.get(of) ?? [];
        return (
          <li
            key={of}
            className="calendar-week-day"
            {...(of === today && { 'aria-current': 'date' as const })}
          >
            <h3 className="calendar-week-head">
              <span aria-hidden="true">
                {weekdayText(of, 'short')}{' '}
                <span className="calendar-week-number">{Number(of.slice(8))}.</span>
              </span>
              <span className="sr-only">{dayText(of)}</span>
            </h3>
            {list.length === 0 ? (
              <p className="muted small">
                <span aria-hidden="true">–</span>
                <span className="sr-only">{t('calendar.noneOnDay')}</span>
              </p>
            ) : (
              <ul className="calendar-week-list">
                {list.map(appointment => (
                  <li key={appointment.id}>
                    <CalendarEntry appointment={appointment} withUnit={withUnit} isWide />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
