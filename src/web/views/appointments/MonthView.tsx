import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Appointment } from './appointments';
import { CalendarEntry } from './CalendarEntry';
import type { CalendarProps } from './CalendarList';
import { byDay, weekOf, weeksOf } from './calendarGrid';
import type { CalendarSearch } from './calendarSearch';
import { dayText, monthText, weekdayText } from './timeText';
import type { Day } from './wallTime';

const shownPerDay = 3;

interface Props extends CalendarProps {
  search: CalendarSearch;
}

/** The weeks of a month as a table. A narrow screen shows how many there are, and leads to the week. */
export function MonthView({ day, today, appointments, withUnit, search }: Props) {
  const days = byDay(appointments);
  return (
    <table className="month">
      <caption className="sr-only">{monthText(day)}</caption>
      <thead>
        <tr>
          {weekOf(day).map(of => (
            <th key={of} scope="col">
              <span aria-hidden="true">{weekdayText(of, 'short')}</span>
              <span className="sr-only">{weekdayText(of, 'long')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(day).map(week => (
          <tr key={week[0]}>
            {week.map(of => (
              <td
                key={of}
                className={of.slice(0, 7) === day.slice(0, 7) ? 'month-day' : 'month-day month-other'}
                {...(of === today && { 'aria-current': 'date' as const })}
              >
                <span className="month-number" aria-hidden="true">
                  {Number(of.slice(8))}
                </span>
                <span className="sr-only">{dayText(of)}</span>
                <DayEntries day={of} list={days.get(of) ?? []} withUnit={withUnit} search={search} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: Day;
  list: Appointment[];
  withUnit: boolean;
  search: CalendarSearch;
}

function DayEntries({ day, list, withUnit, search }: DayProps) {
  const { t } = useTranslation('appointments');
  if (list.length === 0) return null;
  const week = { ...search, ansicht: 'woche', tag: day } as const;
  const rest = list.length - shownPerDay;
  return (
    <>
      <ul className="month-list">
        {list.slice(0, rest > 0 ? shownPerDay - 1 : shownPerDay).map(appointment => (
          <li key={appointment.id}>
            <CalendarEntry appointment={appointment} withUnit={withUnit} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Link to="/termine" search={week} className="link month-more">
              {t('calendar.more', { count: rest + 1 })}
            </Link>
          </li>
        )}
      </ul>
      <Link
        to="/termine"
        search={week}
        className="month-count"
        aria-label={t('calendar.onDay', { day: dayText(day), count: list.length })}
      >
        {list.length}
      </Link>
    </>
  );
}
