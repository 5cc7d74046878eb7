import check from '@material-symbols/svg-400/rounded/check_circle-fill.svg?raw';
import coffee from '@material-symbols/svg-400/rounded/coffee.svg?raw';
import away from '@material-symbols/svg-400/rounded/event_busy.svg?raw';
import call from '@material-symbols/svg-400/rounded/graphic_eq.svg?raw';
import wrapUp from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import off from '@material-symbols/svg-400/rounded/power_settings_new.svg?raw';
import clock from '@material-symbols/svg-400/rounded/schedule.svg?raw';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { Badge } from '../shared/Badge';

const signs = {
  available: { tone: 'success', icon: check },
  in_session: { tone: 'info', icon: call },
  wrap_up: { tone: 'neutral', icon: wrapUp },
  paused: { tone: 'warning', icon: coffee },
  offline: { tone: 'neutral', icon: off },
  outside: { tone: 'neutral', icon: clock },
  absent: { tone: 'neutral', icon: away },
} as const;

/** What an interpreter can take now: colour, sign and word. */
export function PresenceBadge({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('words');
  const outside = presence.absent ? 'absent' : 'outside';
  const state = presence.state === 'available' && !presence.inHours ? outside : presence.state;
  const { tone, icon } = signs[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`presence.${state}`)}
    </Badge>
  );
}
