import check from '@material-symbols/svg-400/rounded/check_circle-fill.svg?raw';
import danger from '@material-symbols/svg-400/rounded/error-fill.svg?raw';
import info from '@material-symbols/svg-400/rounded/info-fill.svg?raw';
import warning from '@material-symbols/svg-400/rounded/warning-fill.svg?raw';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';
export const toneIcons = { neutral: info, info, success: check, warning, danger };

/** A state as colour, sign and word together. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: string;
  children: ReactNode;
}) {
  return (
    <span className={`badge tone-${tone}`}>
      <Icon svg={icon ?? toneIcons[tone]} size={18} />
      <span>{children}</span>
    </span>
  );
}
