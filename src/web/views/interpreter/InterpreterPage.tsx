import './words';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { ConflictCard } from '../shared/ConflictList';
import { CallElsewhere } from '../shared/call/CallElsewhere';
import { CallScreen } from '../shared/call/CallScreen';
import { DeviceCard } from '../shared/call/DeviceCard';
import { type CallPlace, useCall } from '../shared/call/useCall';
import { useSituation } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { AsksCard } from './AsksCard';
import { BellCard } from './BellCard';
import { DutySince, DutySwitch } from './DutySwitch';
import { FocusKept } from './FocusKept';
import { NowCard } from './NowCard';
import { OfferPlace } from './OfferPlace';
import { ReachCard } from './ReachCard';
import { StandbyCard } from './StandbyCard';
import { TodayCard } from './TodayCard';
import { useOfferAlarm } from './useOfferAlarm';
import { useOfferShortcut } from './useOfferShortcut';
import { useOffers } from './useOffers';
import { WrapUpCard } from './WrapUpCard';

/** Where an interpreter waits, is asked, and says yes. */
export function InterpreterPage() {
  const { t } = useTranslation();
  const presence = useSituation()?.presence;
  const place = useCall();
  if (!presence)
    return (
      <Page title={t('nav.dashboard')}>
        <Skeleton lines={6} />
      </Page>
    );
  if (place.place === 'here') return <CallScreen session={place.session} ongoing={place.ongoing} />;
  return <Dashboard presence={presence} place={place} />;
}

function Dashboard({ presence, place }: { presence: PresenceView; place: CallPlace }) {
  const { t } = useTranslation();
  const offers = useOffers();
  const alarm = useOfferAlarm(offers.offers[0], presence);
  useOfferShortcut('a', offers.acceptFirst);
  const isRinging = offers.offers.length > 0;
  useOfferShortcut('z', offers.extendFirst);
  return (
    <Page
      title={t('nav.dashboard')}
      lead={<DutySince presence={presence} />}
      actions={<DutySwitch presence={presence} />}
    >
      <div className="dashboard">
        <div className="dashboard-main">
          {!isRinging && <NowCard />}
          {place.place === 'elsewhere' ? (
            <CallElsewhere />
          ) : (
            <OfferPlace presence={presence} offers={offers} silence={alarm.silence} />
          )}
          {presence.state === 'wrap_up' && (
            <FocusKept>
              <WrapUpCard presence={presence} session={place.session} />
            </FocusKept>
          )}
          {isRinging && <NowCard rings={offers.offers[0]?.appointment?.id} />}
          <StandbyCard />
          <AsksCard />
          <TodayCard />
        </div>
        <div className="dashboard-side">
          <DeviceCard />
          <BellCard rings={alarm.rings} />
          <ConflictCard side="interpreter" />
          <ReachCard />
        </div>
      </div>
    </Page>
  );
}
