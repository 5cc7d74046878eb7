import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format';
import { Button } from '../shared/Button';
import type { HinderedCandidate, RankedCandidate } from './appointmentCandidates';

interface RankedProps {
  candidate: RankedCandidate;
  rank: number;
  isBound: boolean;
  isPending: boolean;
  onAssign: () => void;
}

/** Somebody who can take it: why at this rank, and what came of asking. */
export function RankedRow({ candidate, rank, isBound, isPending, onAssign }: RankedProps) {
  const { t } = useTranslation(['appointments', 'reasons']);
  const { name, number, reasons, ask } = candidate;
  const yesNo = (value: boolean) => t(value ? 'reasons:yes' : 'reasons:no');
  const facts = [
    [t('appointments:candidates.wished'), yesNo(reasons.continuity)],
    [t('reasons:wishes'), formatNumber(reasons.fulfilledWishes)],
    [t('reasons:level'), formatNumber(reasons.level)],
    [t('reasons:field'), yesNo(reasons.knowsField)],
    [
      t('appointments:candidates.minutes'),
      t('reasons:minutesValue', { count: Math.round(reasons.minutesThatWeek) }),
    ],
  ] as const;
  return (
    <li className="rank">
      <div className="rank-head">
        <span className="rank-figure">
          <span className="sr-only">{t('reasons:rank')} </span>
          {rank}
        </span>
        <span className="cell-main">{name}</span>
        <span className="cell-sub">{number}</span>
        <span className="rank-act">
          {isBound ? (
            <span className="strong">{t('appointments:candidates.bound')}</span>
          ) : (
            <Button
              small
              isPending={isPending}
              aria-label={t('appointments:candidates.assignNamed', { name })}
              onPress={onAssign}
            >
              {t('appointments:board.assign')}
            </Button>
          )}
        </span>
      </div>
      <p className="strong">
        {ask
          ? t(`appointments:candidates.ask.${ask.state}`, { time: formatDateTime(ask.answerBy) })
          : t('appointments:candidates.ask.none')}
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

/** Somebody who cannot, with everything that stands against it. */
export function HinderedRow({ candidate }: { candidate: HinderedCandidate }) {
  const { t } = useTranslation(['appointments', 'reasons']);
  const words = [
    ...candidate.calendar.map(obstacle => t(`appointments:candidates.calendar.${obstacle}`)),
    ...candidate.obstacles.map(obstacle =>
      obstacle === 'not_free' ? t('reasons:notFree.busy') : t(`reasons:obstacle.${obstacle}`),
    ),
  ];
  return (
    <li>
      <span className="cell-main">{candidate.name}</span>
      <span className="cell-sub">{candidate.number}</span>
      <span>{words.join(' ')}</span>
    </li>
  );
}
