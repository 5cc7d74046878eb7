import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import type { Day } from '../../appointments/wallTime';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { BookDialog } from './BookDialog';
import { type Reason, reasons, reverse } from './money';
import { useBooking } from './useBooking';

export interface Reversible {
  what: 'payments' | 'refunds';
  id: string;
  amount: number;
  /** It cannot come back before. */
  since: Day;
}

interface Props {
  entry: Reversible;
  today: Day;
  onClose: () => void;
}

/** A payment or a refund is never changed: another one takes it back, with the reason. */
export function ReverseDialog({ entry: { what, id, amount, since }, today, onClose }: Props) {
  const { t } = useTranslation('money');
  const [reason, setReason] = useState<Reason>('mistake');
  const [on, setOn] = useState(today);
  const send = useBooking(() => reverse(what, id, reason, on), onClose);
  const isDay = reason === 'mistake' || (on >= since && on <= today);
  return (
    <BookDialog
      title={t(`${what}Reverse.title`, { amount: formatEuro(amount) })}
      act={t('reverse')}
      isReady={isDay}
      isPending={send.isPending}
      error={send.error}
      onBook={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t(`${what}Reverse.text`)}</p>
      <SelectField
        label={t('reverseWhy')}
        value={reason}
        options={reasons.map(value => ({ value, label: t(`${what}Reverse.${value}`) }))}
        onChange={value => setReason(value as Reason)}
      />
      {reason === 'mistake' ? (
        <p className="muted">{t(`${what}Reverse.mistakeText`)}</p>
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
