import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../shared/toasts';
import { myBillingKey } from './myBilling';

/** Sends something, says that it has arrived, and reads all of the page anew. */
export function useSend<T>(send: (what: T) => Promise<unknown>, done: string, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: myBillingKey });
      toast('success', done);
      onDone?.();
    },
  });
}
