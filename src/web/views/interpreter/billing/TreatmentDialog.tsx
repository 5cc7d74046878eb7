import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { dayOf } from '../../appointments/wallTime';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { declareTreatment, type Treatment } from './myBilling';
import { useSend } from './useSend';

/** What nobody but the interpreter knows: taxed as usual, or a small business, here or in another EU state. */
export function TreatmentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['earnings', 'shell']);
  const [day, setDay] = useState(() => dayOf(serverNow()));
  const [treatment, setTreatment] = useState<Treatment>('standard');
  const send = useSend(() => declareTreatment(day, treatment), t('changed'), onClose);
  return (
    <Dialog
      title={t('changeTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button
            look="primary"
            isPending={send.isPending}
            onPress={() => day !== '' && send.mutate(undefined)}
          >
            {t('shell:save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('changeText')}</p>
        <SelectField
          label={t('changeTo')}
          value={treatment}
          options={(['standard', 'small_business', 'eu_small_business'] as const).map(value => ({
            value,
            label: t(`treatment.${value}`),
          }))}
          onChange={value => setTreatment(value as Treatment)}
        />
        <TextField
          type="date"
          label={t('changeFrom')}
          value={day}
          onChange={setDay}
          error={day === '' ? t('changeMissing') : undefined}
        />
        <ErrorAlert error={send.error} />
      </div>
    </Dialog>
  );
}
