import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http, putJson } from '../../../protocol/http';
import { toast, toastError } from '../toasts';
import { type Feedback, type FeedbackReason, feedbackQuery, type Rating } from './feedback';

/** Saying it, in the order of the taps; the page shows a tap at once and takes it back when it is refused. */
export function useFeedback(sessionId: string) {
  const { t } = useTranslation('feedback');
  const client = useQueryClient();
  const { queryKey } = feedbackQuery(sessionId);
  const serial = {
    scope: { id: `feedback-${sessionId}` },
    onError: (error: unknown) => {
      toastError(error);
      void client.invalidateQueries({ queryKey });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['requests'] });
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  };
  const put = useMutation({
    ...serial,
    mutationFn: (said: Pick<Feedback, 'rating' | 'reasons'>) =>
      putJson<Feedback>(`/api/sessions/${sessionId}/feedback`, said),
  });
  const remove = useMutation({
    ...serial,
    mutationFn: () => http('DELETE', `/api/sessions/${sessionId}/feedback`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey });
      toast('success', t('takenBack'));
    },
  });
  const show = (said: Pick<Feedback, 'rating' | 'reasons'>) => {
    // An answer that is still on its way tells of the tap before.
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, before => before && { ...before, ...said });
  };
  return {
    say: (rating: Rating, reasons: FeedbackReason[]) => {
      show({ rating, reasons });
      put.mutate({ rating, reasons });
    },
    takeBack: () => {
      show({ rating: null, reasons: [] });
      remove.mutate();
    },
  };
}
