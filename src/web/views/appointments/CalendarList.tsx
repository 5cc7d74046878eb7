import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { useLanguages } from '../shared/languages';
import type { Appointment } from './appointments';
import { byDay } from './calendarGrid';
import { StateBadge } from './StateBadge';
import { dayText, timesText } from './timeText';
import type { Day } from './wallTime';

export interface CalendarProps {
  day: Day;
  today: Day;
  appointments: readonly Appointment[];
  /** Not all of them belong to one's own unit. */
  withUnit: boolean;
}

/** One card for each day on which there is something. */
export function CalendarList({ appointments, today, withUnit }: CalendarProps) {
  const { t } = useTranslation('appointments');
  return (
    <div className="stack">
      {[...byDay(appointments)].map(([day, list]) => (
        <Card
          key={day}
          className="calendar-day"
          title={day === today ? `${dayText(day)} (${t('calendar.isToday')})` : dayText(day)}
        >
          <ul className="calendar-rows">
            {list.map(appointment => (
              <Row key={appointment.id} appointment={appointment} withUnit={withUnit} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function Row({ appointment, withUnit }: { appointment: Appointment; withUnit: boolean }) {
  const { t } = useTranslation(['appointments', 'words']);
  const language = useLanguages()(appointment.language).germanName;
  const { id, field, modality, interpreter, ownReference, unitName } = appointment;
  const facts = [
    t(`words:field.${field}`),
    t(`words:modality.${modality}`),
    interpreter && t('appointments:number', { number: interpreter.number }),
    withUnit && unitName,
    ownReference,
  ];
  return (
    <li className="calendar-row">
      <span className="calendar-times">{timesText(appointment)}</span>
      <span className="calendar-what">
        <Link to="/termine/$id" params={{ id }} className="link calendar-link">
          {language}
          <span className="sr-only">, {timesText(appointment)}</span>
        </Link>
        <span className="muted small">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <StateBadge appointment={appointment} />
    </li>
  );
}
