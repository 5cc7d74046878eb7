import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http } from '../../protocol/http';
import { toast, toastError } from '../shared/toasts';

/** Deals with a complaint or rating, or opens it again; both can be undone at once. */
export function useHandling(id: string) {
  const { t } = useTranslation('feedback');
  const client = useQueryClient();
  const handle = useMutation({
    mutationFn: (isHandled: boolean) => http(isHandled ? 'PUT' : 'DELETE', `/api/feedback/${id}/handled`),
    onSuccess: (_, isHandled) => {
      void client.invalidateQueries({ queryKey: ['feedback-report'] });
      toast('success', t(isHandled ? 'page.done' : 'page.reopened'), {
        action: { label: t('page.undo'), run: () => handle.mutate(!isHandled) },
      });
    },
    onError: toastError,
  });
  return { isPending: handle.isPending, set: handle.mutate };
}
