import './words';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStaff, useMe } from '../shared/access';
import { Card } from '../shared/Card';
import { useSecond } from '../shared/Elapsed';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { AppointmentActions } from './AppointmentActions';
import { AppointmentState } from './AppointmentState';
import { type Appointment, appointmentQuery, minutesOf } from './appointments';
import { LossFact } from './LossFact';
import { Fact, NeedFacts } from './NeedFacts';
import { isOfNow } from './ofNow';
import { RoomPlace } from './RoomPlace';
import { SeriesCard } from './SeriesCard';
import { lengthText, momentText, periodText } from './timeText';

/** One appointment: its address can be given to colleagues. */
export function AppointmentPage() {
  const { t } = useTranslation('appointments');
  const { id } = useParams({ from: '/shell/termine/$id' });
  const staff = isStaff(useMe());
  const { data, error, refetch } = useQuery({ ...appointmentQuery(id), refetchInterval: 60_000 });
  const language = useLanguages()(data?.language ?? '').germanName;
  return (
    <Page
      title={t('detail.title', { language })}
      lead={
        <Link to={staff ? '/disposition/termine' : '/termine'} className="link">
          {t('detail.back')}
        </Link>
      }
    >
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <Known appointment={data} staff={staff} />}
    </Page>
  );
}

function Known({ appointment, staff }: { appointment: Appointment; staff: boolean }) {
  const { t } = useTranslation(['appointments', 'words']);
  const isNear = isOfNow(appointment, useSecond() * 1000);
  const { interpreter, priority } = appointment;
  return (
    <div className="appointment">
      <Card className="appointment-now">
        <p className="appointment-when">{periodText(appointment)}</p>
        <AppointmentState appointment={appointment} />
        {isNear && !staff && <RoomPlace appointment={appointment} />}
        <AppointmentActions appointment={appointment} staff={staff} />
      </Card>
      <Card title={t('appointments:detail.facts')}>
        <NeedFacts need={appointment} named={interpreter?.number}>
          <Fact term={t('appointments:detail.length')}>{lengthText(minutesOf(appointment))}</Fact>
          <Fact term={t('appointments:detail.interpreter')}>
            {interpreter
              ? `${interpreter.number} (${t(`words:gender.${interpreter.gender}`)})`
              : t('appointments:nobodyYet')}
          </Fact>
          {staff && <Fact term={t('appointments:detail.customer')}>{appointment.customerName}</Fact>}
          <Fact term={t('appointments:detail.unit')}>{appointment.unitName}</Fact>
          {priority !== 'normal' && (
            <Fact term={t('appointments:detail.urgent')}>{t(`words:priority.${priority}`)}</Fact>
          )}
          {appointment.isNecessary && (
            <Fact term={t('appointments:detail.necessary')}>{t('appointments:detail.necessaryText')}</Fact>
          )}
          {staff && appointment.state === 'cancelled' && <LossFact appointment={appointment.id} />}
          <Fact term={t('appointments:detail.bookedAt')}>{momentText(appointment.bookedAt)}</Fact>
        </NeedFacts>
      </Card>
      {appointment.seriesId && <SeriesCard appointment={appointment} />}
    </div>
  );
}
