import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../i18n/errorText';
import { toast } from '../toasts';
import { type Availability, availabilityQuery, checkAbsences, saveAvailability } from './availability';
import { canSave, type Draft, draftOf, isDirty, orderOf } from './draft';

export const useStored = (path: string) => useQuery(availabilityQuery(path));

/** What the person changes, on which version, and saving it. */
export function useAvailability(path: string, stored: Availability) {
  const { t } = useTranslation('availability');
  const client = useQueryClient();
  const query = availabilityQuery(path);
  const [edit, setEdit] = useState<{ base: Availability; draft: Draft } | null>(null);
  const base = edit?.base ?? stored;
  const draft = edit?.draft ?? draftOf(stored);
  const dirty = isDirty(draft, base);
  const saving = useMutation({
    mutationFn: () => saveAvailability(path, orderOf(draft)),
    onSuccess: saved => {
      client.setQueryData(query.queryKey, saved);
      setEdit(null);
      toast('success', t('bar.saved'));
    },
    onError: error => {
      if (codeOf(error) === 'availability_changed_meanwhile') void client.invalidateQueries(query);
    },
  });
  // Before an absence is saved it is said which promises it hits.
  const checking = useMutation({ mutationFn: () => checkAbsences(path, orderOf(draft)) });
  const reset = () => {
    checking.reset();
    saving.reset();
  };
  const discard = () => {
    reset();
    setEdit(null);
  };
  return {
    draft,
    base,
    dirty,
    /** Somebody else has saved since the first change here. */
    isOutdated: dirty && stored.version !== base.version,
    error: saving.error ?? checking.error,
    isSaving: saving.isPending || checking.isPending,
    /** Asked about before saving. */
    promised: checking.data ?? [],
    change: (change: (draft: Draft) => Partial<Draft>) => {
      reset();
      setEdit(before => {
        const now = before ?? { base: stored, draft: draftOf(stored) };
        return { base: now.base, draft: { ...now.draft, ...change(now.draft) } };
      });
    },
    discard,
    save: () => {
      if (canSave(draft) && draft.added.length === 0) saving.mutate();
      else if (canSave(draft))
        // Not told once something was changed meanwhile: then it is asked again.
        checking.mutate(undefined, { onSuccess: hit => hit.length === 0 && saving.mutate() });
      else document.querySelector<HTMLElement>('.availability [aria-invalid="true"]')?.focus();
    },
    saveAllTheSame: () => {
      checking.reset();
      saving.mutate();
    },
    keepEditing: checking.reset,
    /** An import has stored something else. */
    replace: (saved: Availability) => {
      client.setQueryData(query.queryKey, saved);
      discard();
    },
  };
}

export type AvailabilityForm = ReturnType<typeof useAvailability>;
