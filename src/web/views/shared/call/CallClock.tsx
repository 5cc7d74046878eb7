import { useTranslation } from 'react-i18next';
import { formatElapsed, speakElapsed } from '../../../i18n/format';
import type { SessionView } from '../../../protocol/messages';
import { useSecond } from '../Elapsed';
import { clockSeconds } from './billingClock';

/** The billing clock: both sides see the same figure. */
export function CallClock({ session }: { session: SessionView }) {
  const { t } = useTranslation('call');
  const seconds = clockSeconds(session.clock, useSecond());
  const hint = session.startedAt ? (session.clock.running ? null : t('clockStands')) : t('clockWaiting');
  return (
    <div className="call-clock">
      <span className="sr-only">
        {t('clock')}: {speakElapsed(seconds)}
      </span>
      <span className="call-clock-time elapsed" aria-hidden="true" data-testid="call-clock">
        {formatElapsed(seconds)}
      </span>
      {hint && <span className="call-clock-hint">{hint}</span>}
    </div>
  );
}
