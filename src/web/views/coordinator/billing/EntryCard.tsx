import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../i18n/errorText';
import { formatEuro } from '../../../i18n/format';
import { ApiError } from '../../../protocol/http';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { toast } from '../../shared/toasts';
import { BillingTable } from './BillingTable';
import { EntryDialog } from './EntryDialogs';
import { EntryRow } from './EntryRow';
import { type BankEntry, bookEntries, entriesQuery, isBookable, isSure } from './money';

export type EntryAction = { kind: 'assign' | 'dismiss' | 'return'; of: BankEntry };

/** What came and belongs to nothing yet; what is certain is ticked. */
export function EntryCard() {
  const { t } = useTranslation('money');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(entriesQuery);
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const [action, setAction] = useState<EntryAction | null>(null);
  const isTicked = (one: BankEntry) => isBookable(one) && (ticks[one.entry.id] ?? isSure(one));
  const chosen = (data ?? []).filter(isTicked);
  const book = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      bookEntries(
        chosen.map(({ entry, match }) => ({
          id: entry.id,
          customerId: match?.customerId ?? '',
          allocations: (match?.parts ?? []).map(({ documentId, amount }) => ({ documentId, amount })),
        })),
      ),
    onSuccess: ({ booked }) => toast('success', t('bookedMany', { count: booked.length })),
    onSettled: () => client.invalidateQueries({ queryKey: ['billing'] }),
  });
  if (error) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  const refused = book.data?.refused ?? [];
  if (!data?.length && refused.length === 0) return null;
  return (
    <Card title={t('entries')}>
      <p className="muted">{t('entriesText')}</p>
      {refused.length > 0 && (
        <Alert tone="danger" live title={t('refusedTitle', { count: refused.length })}>
          {[...new Set(refused.map(({ code }) => errorText(new ApiError(code, 409))))].join(' ')}
        </Alert>
      )}
      <ErrorAlert error={book.error} />
      <BillingTable
        caption={t('entries')}
        head={[
          { key: 'choose', text: t('choosing') },
          { key: 'payer', text: t('payer') },
          { key: 'remittance', text: t('remittance') },
          { key: 'amount', text: t('gross'), isFigure: true },
          { key: 'proposal', text: t('proposal') },
          { key: 'actions', text: t('actions') },
        ]}
      >
        {(data ?? []).map(one => (
          <EntryRow
            key={one.entry.id}
            one={one}
            isTicked={isTicked(one)}
            onTick={isChosen => setTicks(before => ({ ...before, [one.entry.id]: isChosen }))}
            onAction={kind => setAction({ kind, of: one })}
          />
        ))}
      </BillingTable>
      <div className="row money-book">
        <span className="strong">{formatEuro(chosen.reduce((sum, { entry }) => sum + entry.amount, 0))}</span>
        <Button
          look="primary"
          isDisabled={chosen.length === 0}
          isPending={book.isPending}
          onPress={() => book.mutate()}
        >
          {t('bookChosen', { count: chosen.length })}
        </Button>
      </div>
      {action && <EntryDialog action={action} onClose={() => setAction(null)} />}
    </Card>
  );
}
