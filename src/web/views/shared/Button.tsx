import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './Icon';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  look?: 'primary' | 'secondary' | 'tertiary' | 'danger';
  small?: boolean;
  block?: boolean;
  icon?: string;
  /** Without children the button is a square with an icon; then an aria-label is needed. */
  children?: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

// react-aria's own isPending announces through elements that name a label which is soon gone; screen readers then
// meet a nameless picture. The button stays where it is, keeps the focus, and does nothing twice.
const pending = { onPress: undefined, type: 'button', 'data-pending': true } as const;

/** A button in KERN's look with react-aria's behaviour: `onPress`, `isDisabled`, `isPending`. */
export function Button({
  look = 'secondary',
  small,
  block,
  icon,
  children,
  className,
  isPending,
  ...rest
}: ButtonProps) {
  const classes = ['kern-btn', `kern-btn--${look === 'danger' ? 'primary' : look}`];
  if (look === 'danger') classes.push('btn-danger');
  if (small) classes.push('btn-small');
  if (block) classes.push('kern-btn--block');
  if (!children) classes.push('btn-square');
  if (className) classes.push(className);
  return (
    <AriaButton {...rest} {...(isPending && pending)} className={classes.join(' ')}>
      {icon && <Icon svg={icon} size={small ? 20 : 24} />}
      {children && <span className="kern-label">{children}</span>}
    </AriaButton>
  );
}
