import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import type { Day } from '../../appointments/wallTime';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { BookDialog } from './BookDialog';
import { type PaymentRow, type Reason, reasons, reversePayment } from './money';
import { useBooking } from './useBooking';

interface Props {
  payment: PaymentRow;
  today: Day;
  onClose: () => void;
}

/** A payment is never changed: another one takes it back, with the reason. */
export function ReverseDialog({ payment, today, onClose }: Props) {
  const { t } = useTranslation('money');
  const [reason, setReason] = useState<Reason>('mistake');
  const [on, setOn] = useState(today);
  const reverse = useBooking(() => reversePayment(payment.id, reason, on), onClose);
  const isDay = reason === 'mistake' || (on >= payment.receivedOn && on <= today);
  return (
    <BookDialog
      title={t('reverseTitle', { amount: formatEuro(payment.amount) })}
      act={t('reverse')}
      isReady={isDay}
      isPending={reverse.isPending}
      error={reverse.error}
      onBook={() => reverse.mutate()}
      onClose={onClose}
    >
      <p>{t('reverseText')}</p>
      <SelectField
        label={t('reverseWhy')}
        value={reason}
        options={reasons.map(value => ({ value, label: t(`why.${value}`) }))}
        onChange={value => setReason(value as Reason)}
      />
      {reason === 'mistake' ? (
        <p className="muted">{t('reverseMistake')}</p>
      ) : (
        <TextField
          type="date"
          label={t('returnedOn')}
          value={on}
          onChange={setOn}
          error={isDay ? undefined : t('dayWrong')}
        />
      )}
    </BookDialog>
  );
}
