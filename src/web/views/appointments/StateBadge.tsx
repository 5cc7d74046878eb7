import cancelled from '@material-symbols/svg-400/rounded/event_busy.svg?raw';
import waiting from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../shared/Badge';
import type { Appointment } from './appointments';

type ShownAs = keyof typeof tones;

const tones = {
  requested: 'info',
  yellow: 'warning',
  red: 'danger',
  assigned: 'success',
  held: 'neutral',
  cancelled: 'neutral',
  missed: 'warning',
} as const satisfies Record<string, Tone>;

const icons: Partial<Record<ShownAs, string>> = { requested: waiting, cancelled };

/** Said to the Disposition beside the state: it stands and nobody may come, or it stood and was given back. */
export function NoteBadge({
  appointment: { interpreterAbsent, givenBack },
}: {
  appointment: Pick<Appointment, 'interpreterAbsent' | 'givenBack'>;
}) {
  const { t } = useTranslation('appointments');
  if (interpreterAbsent) return <Badge tone="danger">{t('board.absent')}</Badge>;
  return givenBack ? <Badge tone="warning">{t('board.givenBack')}</Badge> : null;
}

/** Where an appointment stands; one that is not covered says how near that is. */
export const shownAs = ({ state, coverage }: Pick<Appointment, 'state' | 'coverage'>): ShownAs =>
  state === 'requested' && coverage !== 'none' ? coverage : state;

export const stateTone = (shown: ShownAs): Tone => tones[shown];
/** Where the sign of the tone says too little. */
export const stateIcon = (shown: ShownAs): string | undefined => icons[shown];

interface Props {
  appointment: Pick<Appointment, 'state' | 'coverage'>;
  /** To the interpreter who is bound to it. */
  isMine?: boolean;
}

export function StateBadge({ appointment, isMine }: Props) {
  const { t } = useTranslation('appointments');
  const shown = shownAs(appointment);
  const icon = stateIcon(shown);
  return (
    <Badge tone={stateTone(shown)} {...(icon && { icon })}>
      {isMine && shown === 'assigned' ? t('mine.state') : t(`state.${shown}`)}
    </Badge>
  );
}
