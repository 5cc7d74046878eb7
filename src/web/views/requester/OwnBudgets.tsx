import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import { dateText } from '../appointments/timeText';
import { Card } from '../shared/Card';

interface OwnBudget {
  name: string;
  until: string;
  remaining: number;
  percent: number;
  contact: string | null;
}

const ownBudgetsQuery = queryOptions({
  queryKey: ['my-budget'],
  staleTime: 30_000,
  queryFn: async ({ signal }) => (await getJson<{ budgets: OwnBudget[] }>('/api/my-budget', signal)).budgets,
});

/** What is left today for the own unit. Nothing where no budget holds. */
export function OwnBudgets() {
  const { t } = useTranslation('price');
  const budgets = useQuery(ownBudgetsQuery).data ?? [];
  if (budgets.length === 0) return null;
  return (
    <Card title={t('budget.title')}>
      <ul className="own-budgets">
        {budgets.map(({ name, until, remaining, percent, contact }) => (
          <li key={`${name}-${until}`}>
            <p>{t('budget.level', { name, percent, remaining: formatEuro(remaining) })}</p>
            <p className="muted small">
              {t('budget.until', { day: dateText(until) })} {contact && t('budget.keeper', { contact })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
