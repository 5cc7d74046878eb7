import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../appointments/units';
import { ComboField } from '../../shared/ComboField';
import { SelectField } from '../../shared/SelectField';
import { customersQuery } from '../allowLists';
import type { BudgetForm } from './budgetForm';

interface Props {
  form: BudgetForm;
  change: (part: Partial<BudgetForm>) => void;
  error: string | undefined;
}

/** The customer as a whole, or one of its units. */
export function BudgetWhose({ form, change, error }: Props) {
  const { t } = useTranslation('budgets');
  const customers = useQuery(customersQuery).data ?? [];
  const units = (useQuery(unitsQuery).data ?? []).filter(({ customerId }) => customerId === form.customer);
  return (
    <>
      <div {...(error && { 'data-invalid': true })}>
        <ComboField
          // The names it was made with are the ones it searches.
          key={customers.length}
          label={t('form.customer')}
          items={customers.map(({ id, name }) => ({ id, text: name }))}
          selectedKey={form.customer || null}
          onSelectionChange={key => change({ customer: key ? `${key}` : '', unit: '' })}
        />
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
      </div>
      {form.customer && (
        <SelectField
          label={t('form.unit')}
          value={form.unit}
          options={[
            { value: '', label: t('whole') },
            ...units.map(({ unitId, name }) => ({ value: unitId, label: name })),
          ]}
          onChange={unit => change({ unit })}
        />
      )}
    </>
  );
}
