import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { EndedOfferNote } from './EndedOfferNote';
import { FocusKept } from './FocusKept';
import { OfferCard } from './OfferCard';
import { StatePlace } from './StatePlace';
import type { useOffers } from './useOffers';

interface Props {
  presence: PresenceView;
  offers: ReturnType<typeof useOffers>;
  silence: (() => void) | undefined;
}

/** The landmark of offers: the card first, then how the last one ended, else what the person waits for. */
export function OfferPlace({ presence, offers, silence }: Props) {
  const { t } = useTranslation('interpreter');
  const first = offers.offers[0];
  return (
    <section className="offer-place" aria-label={t('place')} tabIndex={-1}>
      {offers.offers.map((offer, index) => (
        <FocusKept key={offer.id}>
          <OfferCard
            offer={offer}
            isAccepting={offers.accept.isPending && offers.accept.variables === offer.id}
            onAccept={() => offers.accept.mutate(offer.id)}
            onExtend={offer.extended ? undefined : () => offers.extend.mutate(offer.id)}
            onDecline={reason => offers.decline.mutate({ offerId: offer.id, reason })}
            onSilence={index === 0 ? silence : undefined}
          />
        </FocusKept>
      ))}
      {!first && offers.ended && (
        <FocusKept key={offers.ended.offer.id}>
          <EndedOfferNote ended={offers.ended} onDismiss={offers.dismiss} />
        </FocusKept>
      )}
      {!first && presence.state !== 'wrap_up' && (
        <FocusKept key={presence.state}>
          <StatePlace presence={presence} />
        </FocusKept>
      )}
    </section>
  );
}
