import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { ApiError, getJson, putJson } from '../../protocol/http';
import { toast } from '../shared/toasts';
import type { Customer } from './allowLists';
import {
  type Contract,
  type Ladder,
  nextStep,
  numbersOf,
  type Step,
  type StepText,
  textsOf,
  violationsOf,
  wrongIn,
} from './cancellation';

export const contractQuery = (customer: string) =>
  queryOptions({
    queryKey: ['cancellation', customer],
    queryFn: ({ signal }) => getJson<Contract>(`/api/customers/${customer}/cancellation`, signal),
  });

/** A ladder and its steps in words: "Eigene Stufen (ab 24 Stunden vorher 50 %)". */
export function useLadderText() {
  const { t } = useTranslation('cancellation');
  return (ladder: Ladder, steps: Step[]) =>
    steps.length === 0
      ? t(`ladders.${ladder}`)
      : `${t(`ladders.${ladder}`)} (${steps.map(({ hours, percent }) => t('stepText', { hours, percent })).join(', ')})`;
}

/** One customer's ladder as it is edited, and saving it. */
export function useCancellation({ id, name }: Customer, contract: Contract) {
  const { t } = useTranslation('cancellation');
  const textOf = useLadderText();
  const client = useQueryClient();
  const [ladder, setLadder] = useState<Ladder>(contract.ladder);
  const [steps, setSteps] = useState<StepText[]>(textsOf(contract.steps));
  const own = ladder === 'own';
  const query = contractQuery(id);
  const saving = useMutation({
    mutationFn: () =>
      putJson<Contract>(`/api/customers/${id}/cancellation`, {
        version: contract.version,
        ladder,
        steps: own ? numbersOf(steps) : [],
      }),
    onSuccess: saved => {
      client.setQueryData(query.queryKey, saved);
      toast('success', t('saved', { name, what: textOf(saved.ladder, saved.steps) }));
    },
    onError: error => {
      if (codeOf(error) === 'policy_changed_meanwhile') void client.invalidateQueries(query);
    },
  });
  const typed = own ? wrongIn(steps) : {};
  const change = (next: StepText[]) => {
    saving.reset();
    setSteps(next);
  };
  return {
    ladder,
    steps: own ? steps : [],
    error: saving.error,
    isSaving: saving.isPending,
    wrong: {
      ...violationsOf(saving.error instanceof ApiError ? saving.error.problem : undefined),
      ...typed,
    },
    choose: (next: Ladder) => {
      saving.reset();
      setLadder(next);
      if (next === 'own' && steps.length === 0) setSteps([nextStep([])]);
    },
    edit: (place: number, part: Partial<StepText>) =>
      change(steps.map((step, index) => (index === place ? { ...step, ...part } : step))),
    add: () => change([...steps, nextStep(steps)]),
    remove: (place: number) => change(steps.filter((_, index) => index !== place)),
    save: () => {
      if (Object.keys(typed).length === 0) saving.mutate();
    },
  };
}
