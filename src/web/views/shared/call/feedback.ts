import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../protocol/http';

export const ratings = ['good', 'fair', 'poor'] as const;
export type Rating = (typeof ratings)[number];
export type FeedbackSide = 'requester' | 'interpreter';

const ofBothSides = [
  'picture',
  'sound',
  'connection',
  'understanding',
  'language_or_variety',
  'conduct',
] as const;

/** What each side may name; the server takes nothing else. */
export const feedbackReasons = {
  requester: [...ofBothSides, 'bias', 'punctuality'],
  interpreter: [...ofBothSides, 'noisy_setting', 'no_briefing', 'turn_taking', 'no_break'],
} as const;
export type FeedbackReason = (typeof feedbackReasons)[FeedbackSide][number];

/** GET /api/sessions/{id}/feedback. */
export interface Feedback {
  /** Null while nothing was said. */
  rating: Rating | null;
  reasons: FeedbackReason[];
  /** Until then it can be said, changed or taken back; null while the session goes on. */
  until: string | null;
}

export const feedbackQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['feedback', sessionId],
    staleTime: 0,
    queryFn: ({ signal }) => getJson<Feedback>(`/api/sessions/${sessionId}/feedback`, signal),
  });
