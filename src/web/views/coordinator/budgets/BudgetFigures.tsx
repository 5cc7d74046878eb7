import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import type { Budget } from './budgets';

/** The numbers of the bar, and the forecast with the way to it. */
export function BudgetFigures({ budget }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  const { amount, used, committed, remaining, percent } = budget;
  return (
    <>
      <p className="strong">{t('percent', { percent })}</p>
      <dl className="budget-figures">
        <Figure term={t('amount')} value={formatEuro(amount)} />
        <Figure term={t('used')} value={formatEuro(used)} />
        <Figure term={t('committed')} value={formatEuro(committed)} />
        <Figure
          term={t(remaining < 0 ? 'exceeded' : 'remaining')}
          value={formatEuro(Math.abs(remaining))}
          isAlarming={remaining < 0}
        />
        <Forecast budget={budget} />
      </dl>
      <details>
        <summary>{t('how')}</summary>
        <p>{budget.forecast.words}</p>
      </details>
    </>
  );
}

function Forecast({ budget: { amount, forecast } }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  const { total, basis } = forecast;
  if (total === null)
    return <Figure term={t('forecast')} value={t(basis === 'not_begun' ? 'notBegun' : 'unknown')} />;
  const isOver = total > amount;
  return (
    <Figure
      term={t(basis === 'over' ? 'total' : 'forecast')}
      value={formatEuro(total)}
      isAlarming={isOver}
      note={t(isOver ? 'forecastOver' : 'forecastUnder', { amount: formatEuro(Math.abs(amount - total)) })}
    />
  );
}

interface FigureProps {
  term: string;
  value: string;
  note?: string;
  isAlarming?: boolean;
}

const Figure = ({ term, value, note, isAlarming }: FigureProps) => (
  <div>
    <dt>{term}</dt>
    <dd className={isAlarming ? 'is-alarming' : ''}>
      {value}
      {note && <span className="cell-sub">{note}</span>}
    </dd>
  </div>
);
