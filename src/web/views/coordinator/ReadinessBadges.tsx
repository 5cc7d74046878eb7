import live from '@material-symbols/svg-400/rounded/graphic_eq.svg?raw';
import wait from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../appointments/appointments';
import { Badge, type Tone } from '../shared/Badge';
import { useSecond } from '../shared/Elapsed';
import { type Present, type Readiness, readinessOf } from './readiness';

const tones = {
  talking: 'success',
  ready: 'success',
  notReady: 'warning',
  overdue: 'danger',
  customerWaits: 'info',
} as const satisfies Record<Readiness, Tone>;
const icons: Partial<Record<Readiness, string>> = { talking: live, customerWaits: wait };

interface Props {
  appointment: Appointment;
  present: Present;
  opensBefore: number;
}

/** Who is there, of an appointment that is about to begin or runs. */
export function ReadinessBadges({ appointment, present, opensBefore }: Props) {
  const { t } = useTranslation('day');
  const shown = readinessOf(appointment, present, useSecond() * 1000, opensBefore);
  if (shown.length === 0) return null;
  return (
    <span className="cell-badges">
      {shown.map(one => {
        const icon = icons[one];
        return (
          <Badge key={one} tone={tones[one]} {...(icon && { icon })}>
            {t(`board.${one === 'overdue' ? 'notReady' : one}`)}
          </Badge>
        );
      })}
    </span>
  );
}
