import { useEffect, useEffectEvent, useRef } from 'react';
import type { OfferView } from '../../protocol/messages';
import { useStore } from '../shared/live';
import { isReadyHere, presses } from './readyHere';

/** The offer that this tab has been waiting for. */
export function useExpected(offers: readonly OfferView[]): OfferView | undefined {
  useStore(presses);
  return offers.find(({ appointment }) => appointment !== null && isReadyHere(appointment.id));
}

/** Whoever said here to be ready and still looks at the page need not press again. */
export function useBeginByItself(offer: OfferView | undefined, begin: (offerId: string) => unknown): void {
  const begun = useRef<string>(undefined);
  const beginIfSeen = useEffectEvent(() => {
    if (!offer || begun.current === offer.id || document.visibilityState !== 'visible') return;
    begun.current = offer.id;
    begin(offer.id);
  });
  const id = offer?.id;
  useEffect(() => {
    if (!id) return;
    const look = () => beginIfSeen();
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [id]);
}
