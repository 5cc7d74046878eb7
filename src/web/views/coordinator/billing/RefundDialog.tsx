import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { newId } from '../../../protocol/device';
import type { Day } from '../../appointments/wallTime';
import { TextField } from '../../shared/TextField';
import { euroText } from '../tariffs/decimal';
import { BookDialog } from './BookDialog';
import { type Credit, refundCredit } from './money';
import { amountOf } from './parts';
import { useBooking } from './useBooking';

interface Props {
  credit: Credit;
  today: Day;
  onClose: () => void;
}

/** Credit that somebody has transferred back: how much, when, and what stands on the transfer. */
export function RefundDialog({ credit, today, onClose }: Props) {
  const { t } = useTranslation('money');
  const [key] = useState(newId);
  const [text, setText] = useState(euroText(credit.rest));
  const [on, setOn] = useState(today);
  const [reference, setReference] = useState('');
  const [isTried, setTried] = useState(false);
  const amount = amountOf(text);
  const isAmount = Boolean(amount) && (amount ?? 0) <= credit.rest;
  const isDay = on >= credit.receivedOn && on <= today;
  const isReference = reference.trim() !== '';
  const book = useBooking(
    () => refundCredit(credit.paymentId, { key, on, amount: amount ?? 0, reference: reference.trim() }),
    onClose,
  );
  return (
    <BookDialog
      title={t('refundTitle', { customer: credit.customer })}
      act={t('refund')}
      isReady={isAmount && isDay}
      isPending={book.isPending}
      error={book.error}
      onBook={() => {
        setTried(true);
        if (isReference) book.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('refundText')}</p>
      <TextField
        label={t('refundAmount')}
        inputMode="decimal"
        value={text}
        onChange={setText}
        error={isAmount ? undefined : t('refundWrong', { rest: formatEuro(credit.rest) })}
      />
      <TextField
        type="date"
        label={t('refundOn')}
        value={on}
        onChange={setOn}
        error={isDay ? undefined : t('refundDayWrong')}
      />
      <TextField
        label={t('refundReference')}
        hint={t('refundReferenceHint')}
        maxLength={140}
        value={reference}
        onChange={setReference}
        error={isTried && !isReference ? t('refundReferenceWrong') : undefined}
      />
    </BookDialog>
  );
}
