import './words';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { AvailabilityEditor } from '../shared/availability/AvailabilityEditor';
import { pathOf } from '../shared/availability/availability';
import { useStored } from '../shared/availability/useAvailability';
import { CallScreen } from '../shared/call/CallScreen';
import { useCall } from '../shared/call/useCall';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useSituation } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { OfferPlace } from './OfferPlace';
import { useOfferAlarm } from './useOfferAlarm';
import { useOfferShortcut } from './useOfferShortcut';
import { useOffers } from './useOffers';

const path = pathOf();

/** The own availability. Who is on duty is rung here as well, and what was changed is still there after the conversation. */
export function AvailabilityPage() {
  const { t } = useTranslation('availability');
  const presence = useSituation()?.presence;
  const place = useCall();
  const { data, error, isPending, refetch } = useStored(path);
  const isCalled = place.place === 'here';
  return (
    <>
      {isCalled && <CallScreen session={place.session} ongoing={place.ongoing} />}
      <div hidden={isCalled}>
        <Page title={t('own.title')} lead={t('own.lead')}>
          {presence && !isCalled && <Ringing presence={presence} />}
          {isPending && <Skeleton lines={8} />}
          {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
          {data && <AvailabilityEditor path={path} stored={data} own />}
        </Page>
      </div>
    </>
  );
}

/** What must not be missed while somebody edits the week. */
function Ringing({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('availability');
  const offers = useOffers();
  const alarm = useOfferAlarm(offers.offers[0], presence);
  useOfferShortcut('a', offers.acceptFirst);
  useOfferShortcut('z', offers.extendFirst);
  if (presence.state === 'wrap_up') return <Alert title={<Link to="/dashboard">{t('wrapUp')}</Link>} />;
  const isWorth = offers.offers.length > 0 || offers.ended || presence.pausedBecause === 'missed_offers';
  return isWorth ? <OfferPlace presence={presence} offers={offers} silence={alarm.silence} /> : null;
}
