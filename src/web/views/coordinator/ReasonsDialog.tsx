import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, formatTime } from '../../i18n/format';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { Skeleton } from '../shared/Skeleton';
import { endOf, type NotOffered, notFree, type PastOffer, type Reasons, reasonsQuery } from './reasons';

interface Props {
  requestId: string;
  /** Changes with the request. */
  stamp?: string;
  onClose: () => void;
}

/** Why these people were rung in this order, how each offer ended, and why nobody else was. */
export function ReasonsDialog({ requestId, stamp = '', onClose }: Props) {
  const { t } = useTranslation('reasons');
  const nameOf = useLanguages();
  const { data, error, refetch } = useQuery({
    ...reasonsQuery(requestId, stamp),
    placeholderData: keepPreviousData,
  });
  const title = data ? t('titleOf', { language: nameOf(data.language).germanName }) : t('title');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <Both reasons={data} />}
    </Dialog>
  );
}

function Both({ reasons: { offers, notOffered, isOpen } }: { reasons: Reasons }) {
  const { t } = useTranslation('reasons');
  return (
    <>
      <section className="stack-tight">
        <h3>{t('offered')}</h3>
        <p className="muted">{t('order')}</p>
        {offers.length === 0 && <p className="strong">{t('nobody')}</p>}
        <ol className="ranks">
          {offers.map(offer => (
            <Offered key={offer.offerId} offer={offer} />
          ))}
        </ol>
      </section>
      <section className="stack-tight">
        <h3>{t('notOffered')}</h3>
        <p className="muted">{t('asOfNow')}</p>
        {notOffered.length === 0 && <p className="strong">{t('noOther')}</p>}
        <ul className="not-offered">
          {notOffered.map(one => (
            <NotOfferedRow key={one.interpreter.id} one={one} isOpen={isOpen} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Offered({ offer }: { offer: PastOffer }) {
  const { t } = useTranslation('reasons');
  const nameOf = useLanguages();
  const { reasons, answeredAt } = offer;
  const yesNo = (value: boolean) => t(value ? 'yes' : 'no');
  const facts = [
    [t('continuity'), yesNo(reasons.continuity)],
    [t('wishes'), formatNumber(reasons.wishesFulfilled)],
    [t('level'), formatNumber(reasons.level)],
    [t('field'), yesNo(reasons.knowsField)],
    [t('idle'), formatDateTime(reasons.idleSince)],
    ...(reasons.related ? [[t('related'), nameOf(reasons.related).germanName] as const] : []),
    [t('minutes'), t('minutesValue', { count: Math.round(reasons.offeredMinutesThisWeek) })],
  ] as const;
  return (
    <li className="rank">
      <p className="rank-head">
        <span className="rank-figure">
          <span className="sr-only">{t('rank')} </span>
          {offer.rank}
        </span>
        <span className="cell-main">{offer.interpreterName}</span>
        <span className="cell-sub">{t('wave', { wave: offer.wave, time: formatTime(offer.offeredAt) })}</span>
      </p>
      <p className="strong">
        {t(`end.${endOf(offer)}`)}
        {answeredAt && `, ${formatTime(answeredAt)}`}
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

function NotOfferedRow({ one: { interpreter, obstacles }, isOpen }: { one: NotOffered; isOpen: boolean }) {
  const { t } = useTranslation('reasons');
  const words = obstacles.map(obstacle =>
    obstacle === 'not_free' ? t(`notFree.${notFree(interpreter)}`) : t(`obstacle.${obstacle}`),
  );
  return (
    <li>
      <span className="cell-main">{interpreter.name}</span>
      <span className="cell-sub">{interpreter.number}</span>
      <span>{words.length > 0 ? words.join(' ') : t(isOpen ? 'notYet' : 'nothing')}</span>
    </li>
  );
}
