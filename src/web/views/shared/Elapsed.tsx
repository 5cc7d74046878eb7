import { useSyncExternalStore } from 'react';
import { formatElapsed, speakElapsed } from '../../i18n/format';
import { clock } from '../../protocol/clock';

/** The current server second; every user of it shares one timer. */
export const useSecond = () => useSyncExternalStore(clock.subscribe, clock.getSnapshot);

/** A running time since an instant. Both sides of a session see the same figure. */
export function Elapsed({ since, className }: { since: string; className?: string }) {
  const seconds = Math.max(0, useSecond() - Math.floor(Date.parse(since) / 1000));
  return <ElapsedText seconds={seconds} {...(className && { className })} />;
}

/** What is left until an instant, never below zero. */
export function Countdown({ until, className }: { until: string; className?: string }) {
  const seconds = Math.max(0, Math.ceil(Date.parse(until) / 1000) - useSecond());
  return <ElapsedText seconds={seconds} {...(className && { className })} />;
}

function ElapsedText({ seconds, className }: { seconds: number; className?: string }) {
  return (
    <span className={`elapsed ${className ?? ''}`}>
      <span aria-hidden="true">{formatElapsed(seconds)}</span>
      <span className="sr-only">{speakElapsed(seconds)}</span>
    </span>
  );
}
