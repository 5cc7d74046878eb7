import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format';
import type { FloorRequest } from '../../protocol/messages';
import { Dialog } from '../shared/Dialog';
import { useLanguages } from '../shared/languages';

type Offer = FloorRequest['offers'][number];

/** Why these people are rung in this order: the reasons that the ranking went by, side by side. */
export function RankDialog({ request, onClose }: { request: FloorRequest; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguages()(request.language).germanName;
  const offers = [...request.offers].sort((a, b) => a.rank - b.rank);
  return (
    <Dialog title={t('why.title', { language })} isOpen onClose={onClose}>
      <p>{t('why.text')}</p>
      {offers.length === 0 ? (
        <p className="strong">{t('why.none')}</p>
      ) : (
        <ol className="ranks">
          {offers.map(offer => (
            <Reasons key={offer.offerId} offer={offer} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Reasons({ offer: { rank, wave, interpreterName, reasons } }: { offer: Offer }) {
  const { t } = useTranslation('coordinator');
  const nameOf = useLanguages();
  const yesNo = (value: boolean) => t(value ? 'why.yes' : 'why.no');
  const facts = [
    [t('why.continuity'), yesNo(reasons.continuity)],
    [t('why.wishes'), formatNumber(reasons.wishesFulfilled)],
    [t('why.level'), formatNumber(reasons.level)],
    [t('why.field'), yesNo(reasons.knowsField)],
    [t('why.idle'), formatDateTime(reasons.idleSince)],
    ...(reasons.related ? [[t('why.related'), nameOf(reasons.related).germanName] as const] : []),
    [t('why.minutes'), t('why.minutesValue', { count: Math.round(reasons.offeredMinutesThisWeek) })],
  ] as const;
  return (
    <li className="rank">
      <p className="rank-head">
        <span className="rank-figure">
          <span className="sr-only">{t('why.rank')} </span>
          {rank}
        </span>
        <span className="cell-main">{interpreterName}</span>
        <span className="cell-sub">{t('why.wave', { wave })}</span>
      </p>
      <dl className="rank-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
