import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { SelectField } from '../../shared/SelectField';
import { type BudgetSearch, readBudgetSearch, standingWords, timeWords } from './budgetSearch';
import type { Budget } from './budgets';

interface Props {
  search: BudgetSearch;
  budgets: readonly Budget[];
  onSearch: (search: BudgetSearch) => void;
}

/** Customer, standing and time; all of it lives in the address. */
export function BudgetFilters({ search, budgets, onSearch }: Props) {
  const { t } = useTranslation('budgets');
  const billing = useTranslation('billing').t;
  const customers = new Map(budgets.map(({ customerId, customerName }) => [customerId, customerName]));
  const change = (part: Record<string, string>) => onSearch(readBudgetSearch({ ...search, ...part }));
  return (
    <search className="ledger-filters">
      <SelectField
        label={t('filters.customer')}
        value={search.auftraggeber ?? ''}
        options={[
          { value: '', label: t('filters.allCustomers') },
          ...[...customers].map(([value, label]) => ({ value, label })),
        ]}
        onChange={auftraggeber => change({ auftraggeber })}
      />
      <SelectField
        label={t('filters.standing')}
        value={search.stand ?? ''}
        options={[
          { value: '', label: t('filters.allStandings') },
          ...Object.entries(standingWords).map(([value, standing]) => ({
            value,
            label: t(`standing.${standing}`),
          })),
        ]}
        onChange={stand => change({ stand })}
      />
      <SelectField
        label={t('filters.time')}
        value={search.zeit ?? ''}
        options={[
          { value: '', label: t('filters.allTimes') },
          ...Object.entries(timeWords).map(([value, time]) => ({ value, label: t(`filters.times.${time}`) })),
        ]}
        onChange={zeit => change({ zeit })}
      />
      <Button isDisabled={Object.keys(search).length === 0} onPress={() => onSearch({})}>
        {billing('reset')}
      </Button>
    </search>
  );
}
