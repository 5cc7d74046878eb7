import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import type { Budget } from './budgets';

/** Used and committed, one after the other, with a mark at each threshold. Says the same as the figures below it, so it has one name and no parts. */
export function BudgetBar({ budget }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  const { name, amount, used, committed, percent, warnAt, standing } = budget;
  // What goes beyond it shrinks the rest: the end of the budget stays to be seen.
  const whole = Math.max(amount, used + committed);
  const share = (euro: number) => `${(euro / whole) * 100}%`;
  return (
    <div
      className={`budget-bar is-${standing}`}
      role="img"
      aria-label={t('bar', { name, percent, amount: formatEuro(amount) })}
    >
      <span className="budget-used" style={{ inlineSize: share(used) }} />
      <span className="budget-committed" style={{ inlineSize: share(committed) }} />
      {[...warnAt, 100].map(at => (
        <span key={at} className="budget-mark" style={{ insetInlineStart: share((amount * at) / 100) }} />
      ))}
    </div>
  );
}
