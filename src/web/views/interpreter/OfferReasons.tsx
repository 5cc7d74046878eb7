import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import type { OfferView } from '../../protocol/messages';
import { useLanguages } from '../shared/languages';

/** Why it came to this person, for those who want to know; nothing about others. */
export function OfferReasons({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('interpreter');
  const { reasons, wishes } = offer;
  const language = useLanguages()(offer.language).germanName;
  const wished = wishes.length > 0 && t('why.wishes', { met: reasons.wishesFulfilled, all: wishes.length });
  const lines = [
    reasons.continuity && t('why.continuity'),
    t(reasons.related ? 'why.related' : 'why.language', { language, level: reasons.level }),
    wished,
    reasons.knowsField && t('why.field'),
    t('why.idle', { time: formatDateTime(reasons.idleSince) }),
    t('why.minutes', { count: reasons.offeredMinutesThisWeek }),
  ];
  return (
    <details className="offer-why">
      <summary>{t('why.title')}</summary>
      <ul>
        {lines.filter(Boolean).map(line => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
