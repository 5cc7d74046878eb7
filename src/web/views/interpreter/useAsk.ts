import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { focusBack } from '../shared/focusBack';
import { toast } from '../shared/toasts';
import { type Ask, type AskDeclineReason, type MyAppointments, myAppointmentsKey } from './asks';

/** Yes or no to an appointment. Whatever comes of it, the list is asked for anew. */
export function useAsk(ask: Ask) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: myAppointmentsKey });
  /** At once, so that nobody answers twice. */
  const takeAway = () => {
    focusBack('#inhalt');
    client.setQueriesData<MyAppointments>(
      { queryKey: myAppointmentsKey },
      before => before && { ...before, asks: before.asks.filter(one => one.id !== ask.id) },
    );
  };
  const accept = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson(`/api/appointment-asks/${ask.id}/accept`),
    onSuccess: () => {
      takeAway();
      toast('success', t('ask.accepted'));
      void refresh();
    },
  });
  const decline = useMutation({
    networkMode: 'always',
    mutationFn: (reason: AskDeclineReason) => postJson(`/api/appointment-asks/${ask.id}/decline`, { reason }),
    onSuccess: () => {
      takeAway();
      toast('info', t('ask.declined'));
      void refresh();
    },
  });
  return { accept, decline, refresh };
}
