import type { SessionView } from '../../protocol/messages';

/** Seconds on the clock that both sides see, at a given server second. */
export function sessionSeconds({ clock }: Pick<SessionView, 'clock'>, second: number): number {
  if (!clock.running) return clock.seconds;
  return Math.max(clock.seconds, clock.seconds + second - Math.floor(Date.parse(clock.at) / 1000));
}
