import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NeedLine } from '../appointments/NeedLine';
import { timesText } from '../appointments/timeText';
import { Card } from '../shared/Card';
import { useSecond } from '../shared/Elapsed';
import { useLanguages } from '../shared/languages';
import { hasBegun } from '../shared/room';
import { myAppointmentsQuery } from './asks';
import { nearOnes } from './near';
import { OwnRoom } from './OwnRoom';

/** On the workplace: the own appointment that is near or runs, and its room. */
export function NowCard({ rings }: { rings?: string | undefined }) {
  const { t } = useTranslation(['day', 'appointments']);
  const nameOf = useLanguages();
  const now = useSecond() * 1000;
  const { data } = useQuery(myAppointmentsQuery());
  // What rings is said above, with all there is to do.
  const shown = nearOnes(data?.appointments ?? [], now).filter(({ id }) => id !== rings);
  return shown.map(appointment => (
    <Card
      key={appointment.id}
      title={`${t(hasBegun(appointment, now) ? 'day:now' : 'day:next')}: ${nameOf(appointment.language).germanName}, ${timesText(appointment)}`}
      className="appointment-near"
      actions={
        <Link to="/dashboard/termine" search={{ termin: appointment.id }} className="link">
          {t('day:details')}
        </Link>
      }
    >
      <NeedLine appointment={appointment} />
      <OwnRoom appointment={appointment} />
    </Card>
  ));
}
