import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../i18n/errorText';
import { ApiError, postJson, putJson } from '../../../protocol/http';
import { focusFirstGap } from '../../shared/firstGap';
import { toast } from '../../shared/toasts';
import { violationsIn } from '../tariffs/violations';
import {
  type BudgetField,
  type BudgetForm,
  emptyForm,
  formOf,
  orderOf,
  type Wrong,
  wrongIn,
} from './budgetForm';
import { type Budget, type Budgets, budgetsQuery } from './budgets';

/** What is typed, what is wrong with it, and saving it. */
export function useBudgetForm(budget: Budget | undefined, today: string, onSaved: () => void) {
  const { t } = useTranslation('budgets');
  const client = useQueryClient();
  const formRef = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<BudgetForm>(() => (budget ? formOf(budget) : emptyForm(today)));
  const [isTried, setTried] = useState(false);
  const focusGap = () => requestAnimationFrame(() => focusFirstGap(formRef.current));
  const saving = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const order = orderOf(form, budget?.revision ?? null);
      return budget
        ? putJson<Budgets>(`/api/budgets/${budget.id}`, order)
        : postJson<Budgets>('/api/budgets', order);
    },
    onSuccess: saved => {
      client.setQueryData(budgetsQuery.queryKey, saved);
      toast('success', t('form.saved', { name: form.name.trim() }));
      onSaved();
    },
    onError: error => {
      if (codeOf(error) === 'budget_invalid') focusGap();
    },
  });
  const wrong: Wrong = {
    ...refusedIn(saving.error),
    ...(isTried && wrongIn(form)),
  };
  return {
    form,
    formRef,
    error: saving.error,
    isSaving: saving.isPending,
    wrongAt: (field: BudgetField) => {
      const code = wrong[field];
      return code && t(`invalid.${code}` as 'invalid.missing', { defaultValue: t('invalid.missing') });
    },
    change: (part: Partial<BudgetForm>) => {
      saving.reset();
      setForm(before => ({ ...before, ...part }));
    },
    save: () => {
      if (saving.isPending) return;
      setTried(true);
      if (Object.keys(wrongIn(form)).length > 0) focusGap();
      else saving.mutate();
    },
  };
}

const refusedIn = (error: unknown): Wrong =>
  Object.fromEntries(
    violationsIn(error instanceof ApiError ? error.problem : undefined).map(({ field, code }) => [
      field,
      code,
    ]),
  );
