import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { postJson } from '../../protocol/http';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { Skeleton } from '../shared/Skeleton';
import { toast } from '../shared/toasts';
import {
  type Appointment,
  appointmentsKey,
  type CancellationTerms,
  cancellationQuery,
  minutesOf,
} from './appointments';
import { lengthText, momentText, periodText } from './timeText';

/** Says what it costs before it is done. Where the costs change meanwhile, it shows the new ones and asks again. */
export function CancelDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const language = useLanguages()(appointment.language).germanName;
  const { data: terms, error, isFetching, refetch } = useQuery(cancellationQuery(appointment.id));
  const cancel = useMutation({
    networkMode: 'always',
    mutationFn: (percent: number) => postJson(`/api/appointments/${appointment.id}/cancel`, { percent }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: appointmentsKey });
      toast('success', t('cancel.done'));
      onClose();
    },
    onError: failure => {
      if (codeOf(failure) === 'cancellation_cost_changed') void refetch();
    },
  });
  const isChanged = codeOf(cancel.error) === 'cancellation_cost_changed';
  return (
    <Dialog
      title={t('cancel.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel.keep')}</Button>
          {terms && (
            <Button
              look="danger"
              isPending={cancel.isPending || isFetching}
              onPress={() => cancel.mutate(terms.percent)}
            >
              {terms.percent === 0
                ? t('cancel.confirmFree')
                : t('cancel.confirmCost', { percent: terms.percent })}
            </Button>
          )}
        </>
      }
    >
      <p className="strong">{t('cancel.text', { language, period: periodText(appointment) })}</p>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!terms && !error && <Skeleton lines={2} />}
      {terms && <Cost terms={terms} length={lengthText(minutesOf(appointment))} />}
      <p className="muted">{t('cancel.told')}</p>
      {isChanged && !isFetching && <Alert tone="warning" live title={t('cancel.changed')} />}
      {!isChanged && <ErrorAlert error={cancel.error} />}
    </Dialog>
  );
}

function Cost({ terms, length }: { terms: CancellationTerms; length: string }) {
  const { t } = useTranslation('appointments');
  const { percent, holdsUntil, cheaperUntil } = terms;
  const isFree = percent === 0;
  return (
    <Alert
      tone={isFree ? 'success' : 'warning'}
      title={isFree ? t('cancel.free') : t('cancel.cost', { percent, length })}
    >
      <p>{holdsUntil ? t('cancel.holdsUntil', { time: momentText(holdsUntil) }) : t('cancel.holds')}</p>
      {cheaperUntil && <p>{t('cancel.cheaperUntil', { time: momentText(cheaperUntil) })}</p>}
    </Alert>
  );
}
