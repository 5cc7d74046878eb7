import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getJson, http, postJson } from '../../protocol/http';
import { toast, toastError } from '../shared/toasts';

export interface AllowedInterpreter {
  interpreterId: string;
  number: string;
  name: string;
  hasLeft: boolean;
  since: string;
}

/** One row of GET /api/customers. */
export interface Customer {
  id: string;
  name: string;
  kind: 'authority' | 'district' | 'clinic';
  /** Empty: everybody may serve it. */
  allowed: AllowedInterpreter[];
}

/** One row of GET /api/interpreters. */
export interface FoundInterpreter {
  id: string;
  number: string;
  name: string;
  languages: string[];
}

export const customersQuery = queryOptions({
  queryKey: ['customers'],
  queryFn: ({ signal }) => getJson<Customer[]>('/api/customers', signal),
});

export const interpretersQuery = (named: string) =>
  queryOptions({
    queryKey: ['interpreters', named],
    queryFn: ({ signal }) =>
      getJson<FoundInterpreter[]>(`/api/interpreters?named=${encodeURIComponent(named)}`, signal),
  });

interface Change {
  act: () => Promise<unknown>;
  done: string;
  undo?: () => Promise<unknown>;
}

/** Changes of one customer's list; each can be undone at once. */
export function useAllowList({ id, name, allowed }: Customer) {
  const { t } = useTranslation('allow');
  const client = useQueryClient();
  const path = `/api/customers/${id}/allowed`;
  const add = (interpreters: string[]) => postJson(path, { interpreters });
  const remove = (interpreter: string) => http('DELETE', `${path}/${interpreter}`);
  const clear = () => http('DELETE', path);
  const change = useMutation({
    mutationFn: ({ act }: Change) => act(),
    onSuccess: (_, { done, undo }) => {
      void client.invalidateQueries({ queryKey: customersQuery.queryKey });
      toast('success', done, {
        seconds: 10,
        ...(undo && { action: { label: t('undo'), run: () => void undo().then(refresh, toastError) } }),
      });
    },
    onError: toastError,
  });
  const refresh = () => void client.invalidateQueries({ queryKey: customersQuery.queryKey });
  return {
    isPending: change.isPending,
    add: (person: FoundInterpreter) =>
      change.mutate({
        act: () => add([person.id]),
        done: t('added', { name: person.name }),
        undo: () => (allowed.length === 0 ? clear() : remove(person.id)),
      }),
    remove: (person: AllowedInterpreter) =>
      change.mutate({
        act: () => remove(person.interpreterId),
        done: t('removed', { name: person.name }),
        undo: () => add([person.interpreterId]),
      }),
    clear: () =>
      change.mutate({
        act: clear,
        done: t('cleared', { name }),
        undo: () => add(allowed.map(person => person.interpreterId)),
      }),
  };
}
