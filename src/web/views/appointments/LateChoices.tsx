import search from '@material-symbols/svg-400/rounded/person_search.svg?raw';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { ErrorAlert } from '../shared/ErrorAlert';
import { roomKey } from '../shared/room';
import { toast } from '../shared/toasts';
import { type Appointment, appointmentsKey } from './appointments';
import { CancelDialog } from './CancelDialog';

/** The interpreter is too late: somebody else at once, or nobody and no cost. */
export function LateChoices({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('day');
  const client = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const replace = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson(`/api/appointments/${appointment.id}/replace`),
    onSuccess: () => toast('success', t('late.replaced')),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: appointmentsKey });
      void client.invalidateQueries({ queryKey: roomKey(appointment.id) });
    },
  });
  const number = appointment.interpreter?.number ?? t('wait.someone');
  return (
    <>
      <Alert tone="warning" live title={t('late.title', { number })}>
        <div className="stack-tight">
          <p>{t('late.text')}</p>
          <div className="row">
            <Button
              look="primary"
              icon={search}
              isPending={replace.isPending}
              onPress={() => replace.mutate()}
            >
              {t('late.replace')}
            </Button>
            <Button onPress={() => setCancelling(true)}>{t('late.cancel')}</Button>
          </div>
        </div>
      </Alert>
      <ErrorAlert error={replace.error} />
      {isCancelling && <CancelDialog appointment={appointment} onClose={() => setCancelling(false)} />}
    </>
  );
}
