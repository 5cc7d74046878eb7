import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../protocol/messages';
import { useSecond } from '../shared/Elapsed';
import { remaining } from './countdown';

/** A bar that empties and the seconds as a figure. Nothing flashes; a screen reader reads it when asked to. */
export function OfferCountdown({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('interpreter');
  const { seconds, share } = remaining(offer, useSecond() * 1000);
  return (
    <div className={`countdown ${seconds <= 5 ? 'countdown-short' : ''}`}>
      <p className="countdown-figure" role="timer" aria-live="off">
        <span aria-hidden="true">{seconds}</span>
        <span className="sr-only">{t('offer.left', { count: seconds })}</span>
        <span className="countdown-unit" aria-hidden="true">
          {t('offer.seconds')}
        </span>
      </p>
      <span className="countdown-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}
