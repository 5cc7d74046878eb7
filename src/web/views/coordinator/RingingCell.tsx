import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorRequest } from '../../protocol/messages';

const most = 3;

/** Who is being rung for a request, best rank first. */
export function RingingCell(props: { request: FloorRequest; left: (until: string) => ReactNode }) {
  const { t } = useTranslation('coordinator');
  const { offers, onDuty } = props.request;
  if (offers.length === 0)
    return (
      <span className="muted">
        {onDuty === 0 ? t('waiting.nobodyOnDuty') : t('waiting.nobody', { count: onDuty })}
      </span>
    );
  const ordered = [...offers].sort((a, b) => a.rank - b.rank);
  return (
    <ul className="ringing">
      {ordered.slice(0, most).map(offer => (
        <li key={offer.offerId}>
          <span className="ringing-name">{offer.interpreterName}</span>
          <span className="cell-sub">{t('waiting.offer', { wave: offer.wave, rank: offer.rank })}</span>
          <span className="ringing-left">{props.left(offer.expiresAt)}</span>
        </li>
      ))}
      {ordered.length > most && (
        <li className="cell-sub">{t('waiting.more', { count: ordered.length - most })}</li>
      )}
    </ul>
  );
}
