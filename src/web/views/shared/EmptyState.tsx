import inbox from '@material-symbols/svg-400/rounded/inbox.svg?raw';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** Nothing there yet: says so and offers the next action. */
export function EmptyState(props: {
  title: ReactNode;
  children?: ReactNode;
  icon?: string;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty-sign">
        <Icon svg={props.icon ?? inbox} size={32} />
      </span>
      <p className="empty-title">{props.title}</p>
      {props.children && <div className="muted">{props.children}</div>}
      {props.action}
    </div>
  );
}
