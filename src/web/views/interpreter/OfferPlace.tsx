import { useTranslation } from 'react-i18next';
import type { OfferView, PresenceView } from '../../protocol/messages';
import { AppointmentOffer } from './AppointmentOffer';
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
          <Offered offer={offer} offers={offers} silence={index === 0 ? silence : undefined} />
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

function Offered({ offer, offers, silence }: Pick<Props, 'offers' | 'silence'> & { offer: OfferView }) {
  const { accept, extend, decline } = offers;
  const given = {
    offer,
    isAccepting: accept.isPending && accept.variables === offer.id,
    onAccept: () => accept.mutate(offer.id),
    onSilence: silence,
  };
  if (offer.appointment) return <AppointmentOffer {...given} appointment={offer.appointment} />;
  return (
    <OfferCard
      {...given}
      onExtend={offer.extended ? undefined : () => extend.mutate(offer.id)}
      onDecline={reason => decline.mutate({ offerId: offer.id, reason })}
    />
  );
}
