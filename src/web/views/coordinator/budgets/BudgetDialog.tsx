import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Button } from '../../shared/Button';
import { CheckField } from '../../shared/CheckField';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { TextField } from '../../shared/TextField';
import { BudgetTime } from './BudgetTime';
import { BudgetWhose } from './BudgetWhose';
import { grossOf } from './budgetForm';
import type { Budget } from './budgets';
import { useBudgetForm } from './useBudgetForm';

interface Props {
  budget?: Budget;
  today: string;
  onClose: () => void;
}

/** A new budget, or another name, time or amount for one; whose it is stays. */
export function BudgetDialog({ budget, today, onClose }: Props) {
  const { t } = useTranslation('budgets');
  const shell = useTranslation().t;
  const id = useId();
  const { form, formRef, error, isSaving, wrongAt, change, save } = useBudgetForm(budget, today, onClose);
  const gross = grossOf(form.amount);
  return (
    <Dialog
      title={budget ? t('form.titleEdit', { name: budget.name }) : t('form.titleNew')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button look="primary" type="submit" form={id} isPending={isSaving}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={formRef}
        className="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        {!budget && <BudgetWhose form={form} change={change} error={wrongAt('customerId')} />}
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          value={form.name}
          onChange={name => change({ name })}
          error={wrongAt('name')}
        />
        <BudgetTime form={form} change={change} today={today} wrongAt={wrongAt} />
        <TextField
          label={t('form.amount')}
          hint={gross === null ? t('form.amountHint') : t('form.gross', { gross: formatEuro(gross) })}
          inputMode="decimal"
          autoComplete="off"
          value={form.amount}
          onChange={amount => change({ amount })}
          error={wrongAt('amount')}
        />
        <TextField
          label={t('form.warnAt')}
          hint={t('form.warnAtHint')}
          autoComplete="off"
          value={form.warnAt}
          onChange={warnAt => change({ warnAt })}
          error={wrongAt('warnAt')}
        />
        <CheckField
          label={t('form.stops')}
          hint={t('form.stopsHint')}
          isSelected={form.stops}
          onChange={stops => change({ stops })}
        />
        <TextField
          label={t('form.contact')}
          hint={t('form.contactHint')}
          value={form.contact}
          onChange={contact => change({ contact })}
          error={wrongAt('contact')}
        />
        <ErrorAlert error={error} />
      </form>
    </Dialog>
  );
}
