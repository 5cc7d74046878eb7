import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeclineReason } from '../../protocol/messages';
import { useLive, useSituation, useStore } from '../shared/live';
import { toastError } from '../shared/toasts';
import { OfferEnds } from './offerEnds';

const ends = new OfferEnds();

/** Accepting and declining, and how the last offer ended. A lost race is an answer in words, not an error. */
export function useOffers() {
  const { connection, situation } = useLive();
  const answered = useStore(ends.answered);
  const offers = useSituation()?.offers.filter(offer => !answered.has(offer.id)) ?? [];
  useEffect(() => ends.follow(connection, situation.getSnapshot()?.offers ?? []), [connection, situation]);
  const accept = useMutation({
    networkMode: 'always',
    mutationFn: (offerId: string) => connection.invoke('AcceptOffer', { offerId }),
    onSuccess: (answer, offerId) => {
      if (answer.outcome === 'gone') ends.end(offerId, answer.because);
    },
    onError: toastError,
  });
  const decline = useMutation({
    networkMode: 'always',
    mutationFn: (given: { offerId: string; reason: DeclineReason }) => {
      ends.end(given.offerId, 'declined');
      return connection.invoke('DeclineOffer', given);
    },
    onError: toastError,
  });
  const first = offers[0];
  const acceptFirst = first && !accept.isPending ? () => accept.mutate(first.id) : undefined;
  return { offers, accept, decline, acceptFirst, ended: useStore(ends.last), dismiss: () => ends.dismiss() };
}
