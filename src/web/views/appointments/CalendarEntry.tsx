import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toneIcons } from '../shared/Badge';
import { Icon } from '../shared/Icon';
import { useLanguages } from '../shared/languages';
import type { Appointment } from './appointments';
import { shownAs, stateIcon, stateTone } from './StateBadge';
import { timesText } from './timeText';
import { wallOf } from './wallTime';

interface Props {
  appointment: Appointment;
  withUnit: boolean;
  isWide?: boolean;
}

/** An appointment within a grid: start and language, the state as colour and sign, and in words where there is room. */
export function CalendarEntry({ appointment, withUnit, isWide }: Props) {
  const { t } = useTranslation('appointments');
  const language = useLanguages()(appointment.language).germanName;
  const shown = shownAs(appointment);
  const state = t(`state.${shown}`);
  return (
    <Link
      to="/termine/$id"
      params={{ id: appointment.id }}
      className={`entry tone-${stateTone(shown)} entry-${appointment.state}`}
      title={`${timesText(appointment)}, ${language}, ${state}`}
    >
      <Icon svg={stateIcon(shown) ?? toneIcons[stateTone(shown)]} size={16} />
      <span className="entry-text">
        <span className="entry-time">
          {isWide ? timesText(appointment) : wallOf(appointment.startsAt).slice(11)}
        </span>{' '}
        <span className="entry-language">{language}</span>
        {isWide ? (
          <>
            <span className="entry-more">{state}</span>
            {appointment.interpreter && <span className="entry-more">{appointment.interpreter.number}</span>}
            {withUnit && <span className="entry-more">{appointment.unitName}</span>}
          </>
        ) : (
          <span className="sr-only">, {state}</span>
        )}
      </span>
    </Link>
  );
}
