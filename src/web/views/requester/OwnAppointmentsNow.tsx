import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { type Appointment, calendarQuery } from '../appointments/appointments';
import { daysOfNow, ofNow } from '../appointments/ofNow';
import { RoomPlace } from '../appointments/RoomPlace';
import { timesText } from '../appointments/timeText';
import { useMe } from '../shared/access';
import { Card } from '../shared/Card';
import { useSecond } from '../shared/Elapsed';
import { useLanguages } from '../shared/languages';
import { hasBegun } from '../shared/room';

/** The appointments that are near or run, on the page from which calls are made. */
export function OwnAppointmentsNow() {
  const unit = useMe()?.unitId;
  const now = useSecond() * 1000;
  const { data } = useQuery({
    ...calendarQuery({ ...daysOfNow(serverNow()), ...(unit && { unit }) }),
    refetchInterval: 60_000,
  });
  return ofNow(data ?? [], now).map(one => <NowCard key={one.id} appointment={one} now={now} />);
}

function NowCard({ appointment, now }: { appointment: Appointment; now: number }) {
  const { t } = useTranslation('day');
  const language = useLanguages()(appointment.language).germanName;
  const begun = hasBegun(appointment, now);
  const title = appointment.isOwn ? (begun ? 'now' : 'next') : begun ? 'ofUnitNow' : 'ofUnit';
  return (
    <Card
      title={`${t(title)}: ${language}, ${timesText(appointment)}`}
      className="appointment-near"
      actions={
        <Link to="/termine/$id" params={{ id: appointment.id }} className="link">
          {t('details')}
        </Link>
      }
    >
      <RoomPlace appointment={appointment} />
    </Card>
  );
}
