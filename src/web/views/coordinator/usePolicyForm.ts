import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { ApiError, getJson, putJson } from '../../protocol/http';
import { toast } from '../shared/toasts';
import {
  changesOf,
  type Edits,
  edited,
  namesOf,
  type Policy,
  type PolicyName,
  violationsOf,
  wrongIn,
} from './policyForm';
import { usePolicyText } from './policyText';

export const policyQuery = queryOptions({
  queryKey: ['dispatch-policy'],
  queryFn: ({ signal }) => getJson<Policy>('/api/dispatch-policy', signal),
});

/** What the person types, what is wrong with it, and saving it. */
export function usePolicyForm(policy: Policy) {
  const client = useQueryClient();
  const tellSaved = useSavedToast();
  const [edits, setEdits] = useState<Edits>({});
  const saving = useMutation({
    mutationFn: () =>
      putJson<Policy>('/api/dispatch-policy', { version: policy.version, values: changesOf(policy, edits) }),
    onSuccess: saved => {
      tellSaved(policy, edits);
      setEdits({});
      client.setQueryData(policyQuery.queryKey, saved);
    },
    onError: error => {
      if (codeOf(error) === 'policy_changed_meanwhile') void client.invalidateQueries(policyQuery);
    },
  });
  const wrong = {
    ...violationsOf(saving.error instanceof ApiError ? saving.error.problem : undefined),
    ...wrongIn(policy, edits),
  };
  return {
    wrong,
    error: saving.error,
    isSaving: saving.isPending,
    dirty: namesOf(edits).length,
    textOf: (name: PolicyName) => edits[name] ?? String(policy.values[name].value),
    edit: (name: PolicyName, text: string) => {
      saving.reset();
      setEdits(before => edited(policy, before, name, text));
    },
    discard: () => {
      saving.reset();
      setEdits({});
    },
    save: () => {
      if (namesOf(wrongIn(policy, edits)).length === 0) saving.mutate();
      else document.querySelector<HTMLElement>('.policy [aria-invalid="true"]')?.focus();
    },
  };
}

function useSavedToast() {
  const { t } = useTranslation('policy');
  const { nameOf, amountOf } = usePolicyText();
  return (before: Policy, edits: Edits) => {
    const changes = changesOf(before, edits);
    const texts = namesOf(changes).map(name =>
      t('change', {
        name: nameOf(name),
        after: amountOf(name, changes[name] ?? 0),
        before: amountOf(name, before.values[name].value),
      }),
    );
    if (texts.length === 0) return;
    const first = texts.slice(0, 3).join('; ');
    const all = texts.length > 3 ? t('savedMore', { changes: first, count: texts.length - 3 }) : first;
    toast('success', t('saved', { changes: all }), { seconds: 12 });
  };
}
