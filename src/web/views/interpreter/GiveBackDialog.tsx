import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import type { Appointment } from '../appointments/appointments';
import { periodText } from '../appointments/timeText';
import { Button } from '../shared/Button';
import { Choice } from '../shared/Choice';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { toast } from '../shared/toasts';
import { type GiveBackReason, giveBackReasons, myAppointmentsKey } from './asks';

/** Asks before a promise is taken back, and why: there is no way back to it. */
export function GiveBackDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const language = useLanguages()(appointment.language).germanName;
  const [reason, setReason] = useState<GiveBackReason | null>(null);
  const [isChecked, setChecked] = useState(false);
  const giveBack = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson(`/api/appointments/${appointment.id}/give-back`, { reason }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: myAppointmentsKey });
      toast('success', t('giveBack.done'));
      onClose();
    },
  });
  const confirm = () => {
    setChecked(true);
    if (reason) giveBack.mutate();
  };
  return (
    <Dialog
      title={t('giveBack.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('giveBack.keep')}</Button>
          <Button look="danger" isPending={giveBack.isPending} onPress={confirm}>
            {t('giveBack.confirm')}
          </Button>
        </>
      }
    >
      <p className="strong">
        {language}, {periodText(appointment)}
      </p>
      <p>{t('giveBack.text')}</p>
      <Choice
        label={t('giveBack.reason')}
        value={reason}
        className="choice-fields"
        options={giveBackReasons.map(value => ({ value, text: t(`giveBack.reasons.${value}`) }))}
        onChange={setReason}
        error={isChecked && !reason ? t('giveBack.reasonMissing') : undefined}
      />
      <ErrorAlert error={giveBack.error} />
    </Dialog>
  );
}
