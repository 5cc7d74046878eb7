import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { BudgetBar } from './BudgetBar';
import { BudgetFigures } from './BudgetFigures';
import type { Budget } from './budgets';

interface Props {
  budget: Budget;
  onOpen: (what: 'edit' | 'remove' | 'history') => void;
}

const tones = { free: 'success', warned: 'warning', used_up: 'danger' } as const;

/** One budget: whose, for when, how far, where it leads, and what it does. */
export function BudgetCard({ budget, onOpen }: Props) {
  const { t } = useTranslation('budgets');
  const id = useId();
  const { name, customerName, unitName, standing } = budget;
  return (
    <article className="card budget" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h2 id={id} className="card-title">
            {name}
          </h2>
          <p className="muted">
            {customerName}, {unitName ?? t('whole')} · <Period budget={budget} />
          </p>
        </div>
        <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      </div>
      <BudgetBar budget={budget} />
      <BudgetFigures budget={budget} />
      <Rules budget={budget} />
      <Events budget={budget} />
      <div className="row">
        <Button small aria-label={t('editNamed', { name })} onPress={() => onOpen('edit')}>
          {t('edit')}
        </Button>
        <Button small aria-label={t('historyNamed', { name })} onPress={() => onOpen('history')}>
          {t('history')}
        </Button>
        <Button
          small
          look="tertiary"
          aria-label={t('removeNamed', { name })}
          onPress={() => onOpen('remove')}
        >
          {t('remove')}
        </Button>
      </div>
    </article>
  );
}

function Period({ budget: { from, until } }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && until === `${year}-12-31`
    ? t('year', { year })
    : t('period', { from: dateText(from), until: dateText(until) });
}

function Rules({ budget: { stops, warnAt, contact } }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  return (
    <p className="muted small">
      {t(stops ? 'stops' : 'stopsNot')} {warnAt.length > 0 && t('warns', { list: warnAt.join(', ') })}{' '}
      {contact && t('asks', { contact })}
    </p>
  );
}

function Events({ budget: { events } }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  if (events.length === 0) return null;
  return (
    <details>
      <summary>
        {t('events')} ({events.length})
      </summary>
      <ul className="check-terms">
        {events.map(({ kind, percent, at }) => (
          <li key={`${kind}-${percent}-${at}`}>
            <time dateTime={at}>{formatDateTime(at)}</time>: {t(`event.${kind}`, { percent })}
          </li>
        ))}
      </ul>
    </details>
  );
}
