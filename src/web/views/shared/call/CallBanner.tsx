import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { useSecond } from '../Elapsed';
import { useLive, useStore } from '../live';
import { connectSeconds, graceSeconds, secondsLeft } from './billingClock';
import type { Ongoing } from './ongoing';

/** What keeps the call from being simply there, with what happens next; nothing while all is well. */
export function CallBanner({ session, ongoing }: { session: SessionView; ongoing: Ongoing }) {
  const { t } = useTranslation('call');
  const hub = useStore(useLive().connection.status);
  const state = useStore(useStore(ongoing.main).call.state);
  const second = useSecond();
  if (session.state === 'interrupted' && session.interruptedAt) {
    const seconds = secondsLeft(session.interruptedAt, graceSeconds, second);
    return (
      <Alert tone="warning" title={t('state.interrupted')}>
        {t('state.interruptedText', { seconds })}
      </Alert>
    );
  }
  if (session.state === 'connecting') {
    const seconds = secondsLeft(session.createdAt, connectSeconds, second);
    return (
      <Alert tone="info" title={t('state.connecting')}>
        {t('state.connectingText', { seconds })}
      </Alert>
    );
  }
  if (state !== 'connected') return <Alert tone="warning" title={t('state.reconnecting')} />;
  if (hub !== 'connected')
    return (
      <Alert tone="info" title={t('state.hubAway')}>
        {t('state.hubAwayText')}
      </Alert>
    );
  return null;
}

/** The same for a screen reader, without the seconds that change. */
export function CallAnnouncer({
  session,
  ongoing,
  name,
}: {
  session: SessionView;
  ongoing: Ongoing;
  name: string;
}) {
  const { t } = useTranslation('call');
  const hub = useStore(useLive().connection.status);
  const state = useStore(useStore(ongoing.main).call.state);
  const text = () => {
    if (session.state === 'interrupted') return t('state.interrupted');
    if (session.state === 'connecting') return t('state.connecting');
    if (state !== 'connected') return t('state.reconnecting');
    if (hub !== 'connected') return t('state.hubAway');
    return t('state.connected', { name });
  };
  return (
    <p className="sr-only" role="status">
      {text()}
    </p>
  );
}
