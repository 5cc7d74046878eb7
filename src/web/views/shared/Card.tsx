import { type ReactNode, useId } from 'react';

interface CardProps {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page; with a title it is a named region. */
export function Card({ title, actions, children, className = '' }: CardProps) {
  const id = useId();
  return (
    <section className={`card ${className}`} {...(title && { 'aria-labelledby': id })}>
      {title && (
        <div className="card-head">
          <h2 id={id} className="card-title">
            {title}
          </h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
