import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useStore } from './live';

const tones = {
  connected: 'success',
  connecting: 'neutral',
  reconnecting: 'warning',
  stopped: 'neutral',
} as const;

/** Whether the hub is there: colour and word. */
export function ConnectionSign() {
  const { t } = useTranslation();
  const status = useStore(useLive().connection.status);
  return (
    <span className={`connection tone-${tones[status]}`}>
      <span className="connection-dot" aria-hidden="true" />
      <span className="connection-text">{t(`connection.${status}`)}</span>
    </span>
  );
}

/** Says what an interruption means, once it lasts longer than a blink. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const away = useStore(useLive().connection.status) === 'reconnecting';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(away), away ? 1500 : 0);
    return () => clearTimeout(timer);
  }, [away]);
  return (
    <div role="status">
      {shown && away && <p className="connection-banner">{t('connection.reconnectingText')}</p>}
    </div>
  );
}
