import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../i18n/errorText';
import { putJson } from '../../../protocol/http';
import { focusFirstGap } from '../../shared/firstGap';
import { toast } from '../../shared/toasts';
import { type PartyData, partyPath, partyQuery, type Whose, wrongFields } from './parties';
import { emptyParty, type Field, fromForm, toForm } from './partyForm';

interface Given {
  whose: Whose;
  id: string | null;
  name: string;
  /** Of an interpreter. */
  number: string | null;
  /** Null where nothing was said yet. */
  stored: PartyData | null;
}

/** What is typed over what is stored; what others save meanwhile changes nothing under somebody's hands. */
export function usePartyForm({ whose, id, name, number, stored }: Given) {
  const { t } = useTranslation('parties');
  const client = useQueryClient();
  const formRef = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(stored ?? emptyParty(name, number));
  const [form, setForm] = useState(() => toForm(base));
  const [changed, setChanged] = useState<ReadonlySet<Field>>(new Set());
  const query = partyQuery(whose, id);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => putJson<PartyData>(partyPath(whose, id), fromForm(form, base.revision)),
    onMutate: () => setChanged(new Set()),
    onSuccess: saved => {
      begin(saved);
      client.setQueryData(query.queryKey, saved);
      for (const part of ['parties', 'preview'])
        void client.invalidateQueries({ queryKey: ['billing', part] });
      toast('success', t('form.saved'));
    },
  });
  const { error } = save;
  useEffect(() => {
    if (error) focusFirstGap(formRef.current);
  }, [error]);
  const begin = (data: PartyData) => {
    setBase(data);
    setForm(toForm(data));
    setChanged(new Set());
  };
  // Whoever mends a field is not told any more that it was wrong.
  const wrong = wrongFields(error).filter(field => !changed.has(field as Field));
  const isConflict = codeOf(error) === 'billing_party_changed_meanwhile';
  return {
    form,
    formRef,
    wrong,
    isConflict,
    error: isConflict ? null : error,
    isSaving: save.isPending,
    isDirty: JSON.stringify(form) !== JSON.stringify(toForm(base)),
    change: (field: Field, text: string) => {
      setForm(before => ({ ...before, [field]: text }));
      setChanged(before => new Set([...before, field]));
    },
    save: () => save.mutate(),
    load: async () => {
      const fresh = await client.fetchQuery({ ...query, staleTime: 0 });
      save.reset();
      begin(fresh ?? emptyParty(name, number));
    },
  };
}
