import { useTranslation } from 'react-i18next';
import { Choice } from '../../shared/Choice';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import type { BudgetField, BudgetForm } from './budgetForm';

interface Props {
  form: BudgetForm;
  change: (part: Partial<BudgetForm>) => void;
  today: string;
  wrongAt: (field: BudgetField) => string | undefined;
}

/** A calendar year, or days of its own. */
export function BudgetTime({ form, change, today, wrongAt }: Props) {
  const { t } = useTranslation('budgets');
  const year = Number(today.slice(0, 4));
  const years = [...new Set([year - 1, year, year + 1, Number(form.year)])].sort();
  return (
    <>
      <Choice
        label={t('form.time')}
        value={form.time}
        options={(['year', 'days'] as const).map(value => ({ value, text: t(`form.times.${value}`) }))}
        onChange={time => change({ time })}
      />
      {form.time === 'year' ? (
        <SelectField
          label={t('form.year')}
          value={form.year}
          options={years.map(one => ({ value: `${one}`, label: `${one}` }))}
          onChange={chosen => change({ year: chosen })}
          error={wrongAt('until') ?? wrongAt('from')}
        />
      ) : (
        <div className="budget-days">
          <TextField
            type="date"
            label={t('form.from')}
            value={form.from}
            onChange={from => change({ from })}
            error={wrongAt('from')}
          />
          <TextField
            type="date"
            label={t('form.until')}
            value={form.until}
            onChange={until => change({ until })}
            error={wrongAt('until')}
          />
        </div>
      )}
    </>
  );
}
