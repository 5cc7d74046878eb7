import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import type { ButtonProps } from './Button';
import { Icon } from './Icon';

interface Props
  extends AnchorHTMLAttributes<HTMLAnchorElement>,
    Pick<ButtonProps, 'look' | 'icon' | 'small'> {
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ look = 'secondary', icon, small, children, className = '', ...rest }: Props) {
  return (
    <a
      {...rest}
      className={`kern-btn kern-btn--${look} link-button ${small ? 'btn-small' : ''} ${className}`}
    >
      {icon && <Icon svg={icon} size={small ? 20 : 24} />}
      <span className="kern-label">{children}</span>
    </a>
  );
}

/** A way to another page that looks like a button. */
export const LinkButton = createLink(Anchor);
