import pauseIcon from '@material-symbols/svg-400/rounded/coffee.svg?raw';
import onIcon from '@material-symbols/svg-400/rounded/notifications_active.svg?raw';
import offIcon from '@material-symbols/svg-400/rounded/power_settings_new.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { PresenceView } from '../../protocol/messages';
import { Icon } from '../shared/Icon';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';

export type Wanted = 'available' | 'paused' | 'offline';
const choices = [
  { id: 'available', icon: onIcon },
  { id: 'paused', icon: pauseIcon },
  { id: 'offline', icon: offIcon },
] as const;

export function usePresenceChange() {
  const { connection } = useLive();
  return useMutation({
    networkMode: 'always',
    mutationFn: (wanted: Wanted) => connection.invoke('SetPresence', { wanted }),
    onError: toastError,
  });
}

/** On duty, pause, off duty: one press. */
export function DutySwitch({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('interpreter');
  const change = usePresenceChange();
  const shown =
    presence.state === 'in_session' || presence.state === 'wrap_up'
      ? (presence.afterwards ?? 'available')
      : presence.state;
  return (
    <ToggleButtonGroup
      className="duty-switch"
      aria-label={t('duty.label')}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={presence.state === 'in_session'}
      selectedKeys={[shown]}
      onSelectionChange={keys => change.mutate([...keys][0] as Wanted)}
    >
      {choices.map(choice => (
        <ToggleButton key={choice.id} id={choice.id} className={`duty-choice duty-${choice.id}`}>
          <Icon svg={choice.icon} size={22} />
          {t(`duty.${choice.id}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The state in words, and since when; in the wrap-up also what follows. */
export function DutySince({ presence }: { presence: PresenceView }) {
  const { state, since, afterwards, inHours } = presence;
  const { t } = useTranslation('interpreter');
  return <span role="status">{text()}</span>;

  function text(): string {
    if (state === 'in_session') return t('duty.lockedInSession');
    if (state === 'wrap_up') return t('duty.wrapUp', { afterwards: t(`duty.${afterwards ?? 'available'}`) });
    const key = state === 'available' && !inHours ? 'duty.sinceOutside' : 'duty.since';
    return t(key, { state: t(`duty.${state}`), time: formatTime(since) });
  }
}
