import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { putJson } from '../../protocol/http';
import { ModalityChoice } from '../requester/NeedChoices';
import { fields, referenceLength } from '../requester/requestForm';
import { Button } from '../shared/Button';
import { Choice } from '../shared/Choice';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useSigned } from '../shared/languages';
import { TextField } from '../shared/TextField';
import { toast, toastError } from '../shared/toasts';
import { type Appointment, appointmentQuery, appointmentsKey } from './appointments';

type Changeable = Pick<Appointment, 'field' | 'modality' | 'ownReference'>;

/** What may change without being another appointment; the last change can be taken back at once. */
export function ChangeDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation(['appointments', 'shell', 'words', 'requester']);
  const isSigned = useSigned(appointment.language);
  const [form, setForm] = useState<Changeable>({
    field: appointment.field,
    modality: appointment.modality,
    ownReference: appointment.ownReference ?? '',
  });
  const change = useChange(appointment, onClose);
  return (
    <Dialog
      title={t('appointments:change.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={change.isPending} onPress={() => change.mutate(form)}>
            {t('appointments:change.save')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('appointments:change.text')}</p>
      <Choice
        label={t('appointments:detail.field')}
        value={form.field}
        className="choice-fields"
        options={fields.map(value => ({ value, text: t(`words:field.${value}`) }))}
        onChange={field => setForm({ ...form, field })}
      />
      <ModalityChoice
        value={form.modality}
        isSigned={isSigned}
        onChange={modality => setForm({ ...form, modality })}
      />
      {appointment.isOwn && (
        <TextField
          label={t('appointments:detail.ownReference')}
          hint={t('requester:form.ownReferenceHint')}
          value={form.ownReference ?? ''}
          maxLength={referenceLength}
          autoComplete="off"
          onChange={ownReference => setForm({ ...form, ownReference })}
        />
      )}
      <ErrorAlert error={change.error} />
    </Dialog>
  );
}

function useChange(appointment: Appointment, onDone: () => void) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const { id } = appointment;
  const put = (version: number, form: Changeable) =>
    putJson<Appointment>(`/api/appointments/${id}`, {
      version,
      field: form.field,
      modality: form.modality,
      ownReference: form.ownReference?.trim() || null,
    });
  const refresh = () => void client.invalidateQueries({ queryKey: appointmentsKey });
  const takeBack = async (version: number) => {
    try {
      await put(version, appointment);
      toast('success', t('change.undone'));
    } catch (error) {
      toastError(error);
    }
    refresh();
  };
  return useMutation({
    networkMode: 'always',
    mutationFn: (form: Changeable) => put(appointment.version, form),
    onSuccess: changed => {
      refresh();
      toast('success', t('change.done'), {
        seconds: 12,
        action: { label: t('change.undo'), run: () => void takeBack(changed.version) },
      });
      onDone();
    },
    onError: error => {
      // What was typed stays; the next press goes from what stands there now.
      if (codeOf(error) === 'appointment_changed_meanwhile')
        void client.invalidateQueries({ queryKey: appointmentQuery(id).queryKey });
    },
  });
}
