import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appointment, isCancellable, minutesOf } from '../appointments/appointments';
import { NeedLine } from '../appointments/NeedLine';
import { StateBadge } from '../appointments/StateBadge';
import { lengthText, periodText } from '../appointments/timeText';
import { Button } from '../shared/Button';
import { useSecond } from '../shared/Elapsed';
import { focusBack } from '../shared/focusBack';
import { useLanguages } from '../shared/languages';
import { AppointmentEarnings } from './Earnings';
import { GiveBackDialog } from './GiveBackDialog';
import { Loss } from './Loss';
import { isNear } from './near';
import { OwnRoom } from './OwnRoom';

interface Props {
  appointments: readonly Appointment[];
  /** The one of the mail. */
  marked?: string | undefined;
}

/** Appointments that one is bound to; what is not over can be given back, and what is near has its room. */
export function OwnAppointments({ appointments, marked }: Props) {
  const { t } = useTranslation('appointments');
  const nameOf = useLanguages();
  const now = useSecond() * 1000;
  const [given, setGiven] = useState<Appointment | null>(null);
  const close = () => {
    setGiven(null);
    focusBack('#inhalt');
  };
  return (
    <>
      <ul className="asks">
        {appointments.map(appointment => {
          const language = nameOf(appointment.language).germanName;
          return (
            <li
              key={appointment.id}
              id={`termin-${appointment.id}`}
              tabIndex={-1}
              className={appointment.id === marked ? 'ask ask-marked' : 'ask'}
            >
              <div className="spread">
                <h3 className="ask-title">{language}</h3>
                <StateBadge appointment={appointment} isMine />
              </div>
              <p className="strong">
                {periodText(appointment)} ({lengthText(minutesOf(appointment))})
              </p>
              <NeedLine appointment={appointment} />
              {isCancellable(appointment, now) && <AppointmentEarnings appointment={appointment} />}
              {appointment.state === 'cancelled' && <Loss appointment={appointment} />}
              {isNear(appointment, now) && <OwnRoom appointment={appointment} />}
              {isCancellable(appointment, now) && (
                <div className="row">
                  <Button
                    small
                    aria-label={t('giveBack.openNamed', { language, period: periodText(appointment) })}
                    onPress={() => setGiven(appointment)}
                  >
                    {t('giveBack.open')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {given && <GiveBackDialog appointment={given} onClose={close} />}
    </>
  );
}
