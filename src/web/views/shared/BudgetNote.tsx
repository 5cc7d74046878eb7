import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../i18n/format';
import { Alert } from './Alert';
import type { BudgetNote as Note } from './price';

interface Props {
  note: Note;
  what: 'request' | 'booking';
  /** It would pass all the same. */
  isEmergency?: boolean;
}

/** How far the tightest budget is taken, beside a price; and whether this would still pass. */
export function BudgetNote({ note: { outcome, budget, percentAfter }, what, isEmergency }: Props) {
  const { t } = useTranslation('price');
  const { name, percent, remaining, contact } = budget;
  const level = t('budget.level', { name, percent, remaining: formatEuro(remaining) });
  if (outcome === 'refused')
    return (
      <Alert
        tone={isEmergency ? 'warning' : 'danger'}
        title={t(isEmergency ? 'budget.emergency' : `budget.refused.${what}`)}
      >
        {level} {!isEmergency && (contact ? t('budget.ask', { contact }) : t('budget.askAnybody'))}
      </Alert>
    );
  if (outcome === 'passes_with_note')
    return (
      <Alert tone="warning" title={t('budget.short')}>
        {level} {what === 'booking' && t('budget.after', { percent: percentAfter })}
      </Alert>
    );
  return <p className="muted">{level}</p>;
}
