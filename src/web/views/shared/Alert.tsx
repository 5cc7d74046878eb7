import type { ReactNode } from 'react';
import { type Tone, toneIcons } from './Badge';
import { Icon } from './Icon';

interface AlertProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announced at once; without it the alert is a plain box. */
  live?: boolean;
  icon?: string;
}

export function Alert({ tone = 'info', title, children, actions, live, icon }: AlertProps) {
  return (
    <div className={`alert tone-${tone}`} {...(live && { role: tone === 'danger' ? 'alert' : 'status' })}>
      <Icon svg={icon ?? toneIcons[tone]} />
      <div className="alert-text">
        <p className="alert-title">{title}</p>
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="alert-actions">{actions}</div>}
    </div>
  );
}
