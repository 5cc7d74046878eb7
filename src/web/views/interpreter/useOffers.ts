import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverNow } from '../../protocol/clock';
import type { DeclineReason, OfferView } from '../../protocol/messages';
import { useLive, useSituation, useStore } from '../shared/live';
import { toastError } from '../shared/toasts';
import { OfferEnds } from './offerEnds';
import { useBeginByItself, useExpected } from './useBeginByItself';

const ends = new OfferEnds();
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('videodolmetschen.declined') : null;
/** How long the hub may be late with the word that an offer has expired. */
const lateness = 3000;

/** Accepting and declining, and how the last offer ended. A lost race is an answer in words, not an error. */
export function useOffers() {
  const { connection, situation } = useLive();
  const answered = useStore(ends.answered);
  const offers = useSituation()?.offers.filter(offer => !answered.has(offer.id)) ?? [];
  useEffect(() => ends.follow(connection, situation.getSnapshot()?.offers ?? []), [connection, situation]);
  useDeclinedElsewhere();
  useExpiry(offers[0]);
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
    mutationFn: (given: { offerId: string; reason: DeclineReason }) =>
      connection.invoke('DeclineOffer', given),
    onSuccess: (_, { offerId }) => {
      ends.end(offerId, 'declined');
      otherTabs?.postMessage(offerId);
    },
    onError: toastError,
  });
  const extend = useMutation({
    networkMode: 'always',
    mutationFn: (offerId: string) => connection.invoke('ExtendOffer', { offerId }),
    onError: toastError,
  });
  const first = offers[0];
  const extendFirst =
    first && !first.extended && !first.appointment ? () => extend.mutate(first.id) : undefined;
  useBeginByItself(useExpected(offers), offerId => accept.mutate(offerId));
  const acceptFirst = first && !accept.isPending ? () => accept.mutate(first.id) : undefined;
  return {
    offers,
    accept,
    decline,
    extend,
    acceptFirst,
    extendFirst,
    ended: useStore(ends.last),
    dismiss: () => ends.dismiss(),
  };
}

/** The hub tells nobody of an own decline; the other tabs of this browser hear of it here. */
function useDeclinedElsewhere(): void {
  useEffect(() => {
    const hear = ({ data }: MessageEvent) => ends.end(String(data), 'declined');
    otherTabs?.addEventListener('message', hear);
    return () => otherTabs?.removeEventListener('message', hear);
  }, []);
}

/** Declined on another device, an offer would stand here for ever: its time ends it in any case. */
function useExpiry(offer: OfferView | undefined): void {
  const { id, expiresAt } = offer ?? {};
  useEffect(() => {
    if (!id || !expiresAt) return;
    const left = Math.max(0, Date.parse(expiresAt) - serverNow());
    const timer = setTimeout(() => ends.end(id, 'expired'), left + lateness);
    return () => clearTimeout(timer);
  }, [id, expiresAt]);
}
