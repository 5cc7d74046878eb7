import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../protocol/device';
import type { Day } from '../../appointments/wallTime';
import { TextField } from '../../shared/TextField';
import { euroText } from '../tariffs/decimal';
import { BookDialog } from './BookDialog';
import { bookPayment, type Receivable, receivablesQuery } from './money';
import { PartFields } from './PartFields';
import { amountOf, readParts, spread } from './parts';
import { useBooking } from './useBooking';

interface Props {
  invoice: Receivable;
  today: Day;
  onClose: () => void;
}

/** A payment that somebody saw on the account: how much, when, and for which invoices. */
export function PaymentDialog({ invoice, today, onClose }: Props) {
  const { t } = useTranslation('money');
  const [key] = useState(newId);
  const [text, setText] = useState(euroText(invoice.balance));
  const [receivedOn, setReceivedOn] = useState(today);
  const [typed, setTyped] = useState<Record<string, string>>();
  const items = useQuery(receivablesQuery({ auftraggeber: invoice.customerId })).data?.items ?? [invoice];
  const amount = amountOf(text);
  const texts = typed ?? spread(amount ?? 0, items, invoice.id);
  const read = readParts(amount ?? 0, items, texts);
  const isDay = receivedOn !== '' && receivedOn <= today;
  const book = useBooking(
    () =>
      bookPayment({
        key,
        customerId: invoice.customerId,
        receivedOn,
        amount: amount ?? 0,
        allocations: read.parts,
      }),
    onClose,
  );
  return (
    <BookDialog
      title={t('recordTitle', { customer: invoice.customer })}
      isReady={Boolean(amount) && isDay && read.rest >= 0 && read.wrong.length === 0}
      isPending={book.isPending}
      error={book.error}
      onBook={() => book.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('amount')}
        inputMode="decimal"
        value={text}
        onChange={setText}
        error={amount ? undefined : t('amountWrong')}
      />
      <TextField
        type="date"
        label={t('receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
        error={isDay ? undefined : t('dayWrong')}
      />
      <PartFields items={items} texts={texts} read={read} onChange={setTyped} />
    </BookDialog>
  );
}
