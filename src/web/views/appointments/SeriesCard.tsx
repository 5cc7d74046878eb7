import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { type Appointment, byStart, calendarQuery } from './appointments';
import { StateBadge } from './StateBadge';
import { periodText } from './timeText';
import { addDays, dayOf } from './wallTime';

/** Longer ahead than that nobody can book. */
const reach = 95;

/** The other appointments that were booked together with this one. */
export function SeriesCard({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  const day = dayOf(appointment.startsAt);
  const period = { from: addDays(day, -reach), to: addDays(day, reach), unit: appointment.unitId };
  const { data } = useQuery(calendarQuery(period));
  const others = (data ?? [])
    .filter(one => one.seriesId === appointment.seriesId && one.id !== appointment.id)
    .sort(byStart);
  if (others.length === 0) return null;
  return (
    <Card title={t('detail.series')}>
      <ul className="calendar-rows">
        {others.map(one => (
          <li key={one.id} className="series-row">
            <Link to="/termine/$id" params={{ id: one.id }} className="link">
              {periodText(one)}
            </Link>
            <StateBadge appointment={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
