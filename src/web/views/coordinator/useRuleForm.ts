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
  type RuleSet,
  type Rules,
  textOf,
  unitOf,
  violationsOf,
  wrongIn,
} from './ruleForm';
import { useRuleText } from './ruleText';

export const rulesQuery = ({ path }: Pick<RuleSet, 'path'>) =>
  queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<Rules>(path, signal) });

/** What the person types, what is wrong with it, and saving it. */
export function useRuleForm(set: RuleSet, rules: Rules) {
  const client = useQueryClient();
  const tellSaved = useSavedToast(set);
  const [edits, setEdits] = useState<Edits>({});
  const query = rulesQuery(set);
  const saving = useMutation({
    mutationFn: () =>
      putJson<Rules>(set.path, { version: rules.version, values: changesOf(set, rules, edits) }),
    onSuccess: saved => {
      tellSaved(rules, edits);
      setEdits({});
      client.setQueryData(query.queryKey, saved);
    },
    onError: error => {
      if (codeOf(error) === 'policy_changed_meanwhile') void client.invalidateQueries(query);
    },
  });
  const wrong = {
    ...violationsOf(saving.error instanceof ApiError ? saving.error.problem : undefined),
    ...wrongIn(set, rules, edits),
  };
  return {
    wrong,
    error: saving.error,
    isSaving: saving.isPending,
    dirty: Object.keys(edits).length,
    textOf: (name: string) => edits[name] ?? textOf(unitOf(set, name), rules.values[name]?.value ?? 0),
    edit: (name: string, text: string) => {
      saving.reset();
      setEdits(before => edited(set, rules, before, name, text));
    },
    discard: () => {
      saving.reset();
      setEdits({});
    },
    save: () => {
      if (Object.keys(wrongIn(set, rules, edits)).length === 0) saving.mutate();
      else document.querySelector<HTMLElement>('.policy [aria-invalid="true"]')?.focus();
    },
  };
}

function useSavedToast(set: RuleSet) {
  const { t } = useTranslation('rules');
  const { nameOf, amountOf } = useRuleText(set);
  return (before: Rules, edits: Edits) => {
    const changes = Object.entries(changesOf(set, before, edits));
    const texts = changes.map(([name, after]) =>
      t('change', {
        name: nameOf(name),
        after: amountOf(name, after),
        before: amountOf(name, before.values[name]?.value ?? 0),
      }),
    );
    if (texts.length === 0) return;
    const first = texts.slice(0, 3).join('; ');
    const all = texts.length > 3 ? t('savedMore', { changes: first, count: texts.length - 3 }) : first;
    toast('success', t('saved', { changes: all }), { seconds: 12 });
  };
}
