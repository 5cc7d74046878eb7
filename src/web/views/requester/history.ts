import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import type { Field, RequestView, SessionView } from '../../protocol/messages';
import type { Rating } from '../shared/call/feedback';

/** One row of GET /api/requests: newest first; `before` is the `requestedAt` of the last row one has. */
export interface OwnRequest
  extends Pick<
    RequestView,
    | 'id'
    | 'language'
    | 'field'
    | 'modality'
    | 'priority'
    | 'state'
    | 'cancelledBy'
    | 'unservedBecause'
    | 'requestedAt'
    | 'endedAt'
    | 'ownReference'
  > {
  field: Field;
  waitedSeconds: number | null;
  session:
    | (Pick<
        SessionView,
        | 'id'
        | 'language'
        | 'state'
        | 'endReason'
        | 'startedAt'
        | 'endedAt'
        | 'billableSeconds'
        | 'interpreterNumber'
      > & {
        interpreterId: string;
        clockSeconds: number;
        blocked: boolean;
        /** All who interpreted, in turn: more than one after a handover. */
        interpreters: { id: string; number: string; blocked: boolean }[];
        rating: Rating | null;
        feedbackUntil: string | null;
      })
    | null;
}

export const pageSize = 20;
export const requestsKey = ['requests'];

export const requestsQuery = infiniteQueryOptions({
  queryKey: requestsKey,
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    getJson<OwnRequest[]>(`/api/requests?limit=${pageSize}${pageParam}`, signal),
  getNextPageParam: (page: OwnRequest[]) =>
    page.length < pageSize ? undefined : `&before=${encodeURIComponent(page.at(-1)?.requestedAt ?? '')}`,
});

/** Whom one can ask for again: somebody one has talked with, and has neither complained of nor excluded since. */
export const canAskAgain = ({ session }: OwnRequest): boolean =>
  session?.startedAt != null &&
  session.endedAt != null &&
  session.endReason !== 'quality_complaint' &&
  !session.blocked;
