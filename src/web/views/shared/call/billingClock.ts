import type { SessionView } from '../../../protocol/messages';

/** The seconds that both sides see: what the server counted, counted on with the server's time while it runs. */
export function clockSeconds({ seconds, running, at }: SessionView['clock'], serverSecond: number): number {
  if (!running) return Math.floor(seconds);
  return Math.floor(seconds + Math.max(0, serverSecond - Date.parse(at) / 1000));
}

/** How long an interruption may last before the session ends (SEMANTICS.md 5). */
export const graceSeconds = 60;
/** How long connecting may take (SEMANTICS.md 5). */
export const connectSeconds = 45;

/** What is left of a span that began at an instant; never below zero. */
export function secondsLeft(since: string, span: number, serverSecond: number): number {
  return Math.max(0, Math.ceil(Date.parse(since) / 1000 + span - serverSecond));
}
