import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shared/toasts';

/** Sends what is to be booked; afterwards everything of the section is read anew, also after a refusal. */
export function useBooking(send: () => Promise<unknown>, onDone: () => void, done?: string) {
  const { t } = useTranslation('money');
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: () => {
      toast('success', done ?? t('booked'));
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['billing'] }),
  });
}
