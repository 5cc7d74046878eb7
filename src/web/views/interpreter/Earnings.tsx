import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../protocol/messages';
import type { Appointment } from '../appointments/appointments';
import { amounts, appointmentEarningsQuery, offerEarningsQuery, type Price } from '../shared/price';

/** What an offer earns, among its facts. The ring does not wait for it, and its place is kept so that no button moves under a finger. */
export function OfferEarnings({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('price');
  const query = offer.appointment
    ? appointmentEarningsQuery(offer.appointment.id)
    : offerEarningsQuery(offer.id);
  const { data, isPending } = useQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  if (!data && !isPending) return null;
  return (
    <div className="offer-earnings">
      <dt>{t('earnings.term')}</dt>
      <dd>{data ? <Amount price={data} /> : <span className="muted">{t('earnings.pending')}</span>}</dd>
    </div>
  );
}

function Amount({ price }: { price: Price }) {
  const { t } = useTranslation('price');
  if (!price.sentence) return t('earnings.net', amounts(price));
  return (
    <span>
      {price.sentence.replace(/\.$/, '')}
      <span className="offer-least">{t('earnings.atLeast', amounts(price))}</span>
    </span>
  );
}

/** What an appointment that is still ahead earns. */
export function AppointmentEarnings({ appointment }: { appointment: Pick<Appointment, 'id'> }) {
  const { t } = useTranslation('price');
  const { data } = useQuery({ ...appointmentEarningsQuery(appointment.id), staleTime: 10 * 60_000 });
  return data ? <p className="earnings">{t('earnings.slot', amounts(data))}</p> : null;
}
