import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { type Appointment, appointmentsKey } from '../appointments/appointments';
import { periodText } from '../appointments/timeText';
import { useLanguages } from '../shared/languages';
import { toast } from '../shared/toasts';
import { ConfirmDialog } from './ConfirmDialog';

/** Takes the interpreter off it: the pool is asked again. */
export function ReleaseDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const language = useLanguages()(appointment.language).germanName;
  const number = appointment.interpreter?.number ?? '';
  const release = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson(`/api/appointments/${appointment.id}/release`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: appointmentsKey });
      toast('success', t('release.done', { number }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('release.title', { number })}
      confirm={t('release.confirm')}
      error={release.error}
      isPending={release.isPending}
      onConfirm={() => release.mutate()}
      onClose={onClose}
    >
      {t('release.text', { number, language, period: periodText(appointment) })}
    </ConfirmDialog>
  );
}
