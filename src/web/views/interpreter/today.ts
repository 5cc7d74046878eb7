import { queryOptions } from '@tanstack/react-query';
import { formatDate } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import type { Rating } from '../shared/call/feedback';

/** What this page needs of a row of `GET /api/sessions`. */
export interface PastSession {
  id: string;
  language: string;
  createdAt: string;
  startedAt: string | null;
  /** Whole seconds on the clock that both sides saw. */
  clockSeconds: number;
  billableSeconds: number | null;
  rating: Rating | null;
  feedbackUntil: string | null;
  /** The own ones. */
  stints: { seat: string; billableSeconds: number | null }[];
}

/** What the clock showed; of a conversation that was shared, the own part. */
export function ownSeconds({ stints, billableSeconds, clockSeconds }: PastSession): number {
  if (stints.length === 0 || stints.some(one => one.billableSeconds === null)) return clockSeconds;
  const own = stints.reduce((sum, one) => sum + (one.billableSeconds ?? 0), 0);
  return own === billableSeconds ? clockSeconds : own;
}

export const sessionsQuery = queryOptions({
  queryKey: ['sessions', 'today'],
  // The call hides the list; when it comes back, there is one more session.
  staleTime: 0,
  queryFn: ({ signal }) => getJson<PastSession[]>('/api/sessions?limit=50', signal),
});

/** The sessions of the Berlin day of `now`, newest first, and the time on their clocks. */
export function dayOf(sessions: readonly PastSession[], now: number) {
  const today = formatDate(now);
  const held = sessions
    .filter(session => session.startedAt && formatDate(session.startedAt) === today)
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const seconds = held.reduce((sum, session) => sum + ownSeconds(session), 0);
  return { held, seconds };
}

/** What of earlier days can still be said something about, or was said. */
export const earlierOf = (sessions: readonly PastSession[], now: number) =>
  sessions.filter(
    ({ startedAt, feedbackUntil, rating }) =>
      startedAt &&
      formatDate(startedAt) !== formatDate(now) &&
      (rating || (feedbackUntil && Date.parse(feedbackUntil) > now)),
  );
