import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { Badge } from '../shared/Badge';
import { Card } from '../shared/Card';
import { AskRow } from './AskRow';
import { byDeadline, myAppointmentsQuery } from './asks';
import { CalledOff } from './CalledOff';
import { NextAppointment } from './NextAppointment';

/** On the workplace: which appointments one is asked for, and which is the next. Says nothing when there is nothing. */
export function AsksCard() {
  const { t } = useTranslation('appointments');
  const { data } = useQuery(myAppointmentsQuery());
  const asks = byDeadline(data?.asks ?? [], serverNow());
  if (!data || asks.length + data.calledOff.length + data.appointments.length === 0) return null;
  return (
    <Card
      title={
        <>
          {t('ask.title')}{' '}
          {asks.length > 0 && <Badge tone="info">{t('ask.open', { count: asks.length })}</Badge>}
        </>
      }
      actions={
        <Link to="/dashboard/termine" className="link">
          {t('mine.title')}
        </Link>
      }
    >
      {asks.length === 0 && <p className="muted">{t('ask.none')}</p>}
      {asks.length > 0 && (
        <ul className="asks">
          {asks.map(ask => (
            <AskRow key={ask.id} ask={ask} own={data.appointments} />
          ))}
        </ul>
      )}
      <CalledOff asks={data.calledOff} />
      <NextAppointment appointments={data.appointments} />
    </Card>
  );
}
