import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { useFloor, useRows } from './floor';
import { floorFigures } from './floorFigures';
import { WaitTime } from './Times';

/** Waiting, longest wait, talking, available: the floor in four figures. */
export function KeyFigures() {
  const { t } = useTranslation('coordinator');
  const floor = useFloor();
  const figures = floorFigures(useRows(floor.requests), useRows(floor.sessions), useRows(floor.interpreters));
  return (
    <dl className="key-figures" aria-label={t('figures.label')}>
      <Figure term={t('figures.waiting')} alarm={figures.searching > 0 && figures.available === 0}>
        {formatNumber(figures.waiting)}
      </Figure>
      <Figure term={t('figures.longest')}>
        {figures.longest ? (
          <WaitTime since={figures.longest.requestedAt} lateAt={figures.longest.choicesAt} />
        ) : (
          t('figures.none')
        )}
      </Figure>
      <Figure term={t('figures.talking')}>{formatNumber(figures.talking)}</Figure>
      <Figure term={t('figures.available')}>
        {formatNumber(figures.available)}
        <span className="key-figure-of"> / {formatNumber(figures.onDuty)}</span>
      </Figure>
    </dl>
  );
}

function Figure({ term, alarm, children }: { term: string; alarm?: boolean; children: ReactNode }) {
  return (
    <div className={alarm ? 'key-figure key-figure-alarm' : 'key-figure'}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
