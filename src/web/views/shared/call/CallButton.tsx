import { ToggleButton } from 'react-aria-components';
import { Icon } from '../Icon';

interface Props {
  label: string;
  icon: string;
  onPress: () => void;
  /** Set for a switch: whether it is on. */
  isOn?: boolean;
  /** Draws attention: off where on is usual, or the other way round. */
  look?: 'plain' | 'alert' | 'active' | 'danger';
  shortcut?: string;
  badge?: string | undefined;
}

/** A large button of the call with its word under its sign. */
export function CallButton({ label, icon, onPress, isOn, look = 'plain', shortcut, badge }: Props) {
  return (
    <ToggleButton
      className={`call-button call-button-${look}`}
      isSelected={isOn ?? false}
      onChange={onPress}
      {...(shortcut && { 'aria-keyshortcuts': shortcut })}
      {...(isOn === undefined && { 'aria-pressed': undefined })}
    >
      <Icon svg={icon} size={26} />
      <span className="call-button-label">{label}</span>
      {badge && <span className="call-button-badge">{badge}</span>}
    </ToggleButton>
  );
}
