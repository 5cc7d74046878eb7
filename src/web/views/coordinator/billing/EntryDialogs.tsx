import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { ApiError } from '../../../protocol/http';
import { dateText } from '../../appointments/timeText';
import { SelectField } from '../../shared/SelectField';
import { BookDialog } from './BookDialog';
import type { EntryAction } from './EntryCard';
import { type BankEntry, bookEntries, dismissEntry, receivablesQuery, returnEntry } from './money';
import { PartFields } from './PartFields';
import { partiesQuery } from './parties';
import { type Part, readParts, spread } from './parts';
import { useBooking } from './useBooking';

interface Props {
  of: BankEntry;
  onClose: () => void;
}

export function EntryDialog({ action: { kind, of }, onClose }: { action: EntryAction; onClose: () => void }) {
  if (kind === 'assign') return <AssignEntryDialog of={of} onClose={onClose} />;
  if (kind === 'return') return <ReturnDialog of={of} onClose={onClose} />;
  return <DismissDialog of={of} onClose={onClose} />;
}

/** The list answers with what it did: one entry that was refused is an error here. */
async function bookOne(id: string, customerId: string, allocations: Part[]): Promise<void> {
  const { settled, refused } = await bookEntries([{ id, customerId, allocations }]);
  const code = refused[0]?.code ?? (settled.length > 0 ? 'bank_entry_settled' : undefined);
  if (code) throw new ApiError(code, 409);
}

function AssignEntryDialog({ of: { entry, match }, onClose }: Props) {
  const { t } = useTranslation('money');
  const [customer, setCustomer] = useState(match?.customerId ?? '');
  const [typed, setTyped] = useState<Record<string, string>>();
  const customers = useQuery(partiesQuery('customer')).data ?? [];
  const open = useQuery({ ...receivablesQuery({ auftraggeber: customer }), enabled: customer !== '' });
  const items = (customer !== '' && open.data?.items) || [];
  const texts = typed ?? spread(entry.amount, items, match?.parts[0]?.documentId);
  const read = readParts(entry.amount, items, texts);
  const book = useBooking(() => bookOne(entry.id, customer, read.parts), onClose);
  return (
    <BookDialog
      title={t('assignTitle', { amount: formatEuro(entry.amount) })}
      isReady={customer !== '' && open.isSuccess && read.rest >= 0 && read.wrong.length === 0}
      isPending={book.isPending}
      error={book.error}
      onBook={() => book.mutate()}
      onClose={onClose}
    >
      <p className="money-text">{[entry.payerName, entry.remittance].filter(Boolean).join(': ')}</p>
      <SelectField
        label={t('whose')}
        value={customer}
        options={[
          { value: '', label: t('whoseNone') },
          ...customers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={id => {
          setCustomer(id);
          setTyped(undefined);
        }}
      />
      {customer !== '' && open.isSuccess && (
        <PartFields items={items} texts={texts} read={read} onChange={setTyped} />
      )}
    </BookDialog>
  );
}

function DismissDialog({ of: { entry }, onClose }: Props) {
  const { t } = useTranslation('money');
  const dismiss = useBooking(() => dismissEntry(entry.id), onClose, t('dismissTitle'));
  return (
    <BookDialog
      title={t('dismissTitle')}
      act={t('dismiss')}
      isReady
      isPending={dismiss.isPending}
      error={dismiss.error}
      onBook={() => dismiss.mutate()}
      onClose={onClose}
    >
      <p className="money-text">
        {[formatEuro(entry.amount), entry.payerName, entry.remittance].filter(Boolean).join(', ')}
      </p>
      <p>{t('dismissText')}</p>
    </BookDialog>
  );
}

function ReturnDialog({ of: { entry, returnable }, onClose }: Props) {
  const { t } = useTranslation('money');
  const [payment, setPayment] = useState(returnable[0]?.paymentId ?? '');
  const book = useBooking(() => returnEntry(entry.id, payment), onClose);
  return (
    <BookDialog
      title={t('returnTitle', { amount: formatEuro(entry.amount) })}
      act={t('return')}
      isReady={payment !== ''}
      isPending={book.isPending}
      error={book.error}
      onBook={() => book.mutate()}
      onClose={onClose}
    >
      {returnable.length === 0 ? (
        <p>{t('returnNone')}</p>
      ) : (
        <SelectField
          label={t('returnWhich')}
          value={payment}
          options={returnable.map(({ paymentId, customer, receivedOn }) => ({
            value: paymentId,
            label: t('returnOption', { customer, day: dateText(receivedOn) }),
          }))}
          onChange={setPayment}
        />
      )}
    </BookDialog>
  );
}
