import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../shared/toasts';

/** Decides something, says so, and reads the section anew: documents and previews change with it. */
export function useAnswer<T, R>(
  send: (what: T) => Promise<R>,
  done: (answer: R) => string,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async answer => {
      await client.invalidateQueries({ queryKey: ['billing'] });
      toast('success', done(answer));
      onDone?.();
    },
  });
}
