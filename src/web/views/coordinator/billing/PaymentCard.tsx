import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import type { Day } from '../../appointments/wallTime';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { BillingTable, Euro } from './BillingTable';
import { type PaymentRow, paymentsQuery } from './money';
import { RefundLine } from './RefundLine';
import { ReverseDialog, type Reversible } from './ReverseDialog';

/** What was booked lately, and what was taken back of it. */
export function PaymentCard({ customer, today }: { customer: string | undefined; today: Day }) {
  const { t } = useTranslation('money');
  const { data, error, refetch } = useQuery(paymentsQuery(customer));
  const [reversed, setReversed] = useState<Reversible | null>(null);
  if (error) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('payments')}>
      {data?.length === 0 && <p className="muted">{t('paymentsEmpty')}</p>}
      {data && data.length > 0 && (
        <BillingTable
          caption={t('payments')}
          head={[
            { key: 'received', text: t('received') },
            { key: 'customer', text: t('customer') },
            { key: 'amount', text: t('gross'), isFigure: true },
            { key: 'counted', text: t('counted') },
            { key: 'actions', text: t('actions') },
          ]}
        >
          {data.map(row => (
            <Row key={row.id} row={row} onReverse={setReversed} />
          ))}
        </BillingTable>
      )}
      {reversed && <ReverseDialog entry={reversed} today={today} onClose={() => setReversed(null)} />}
    </Card>
  );
}

function Row({ row, onReverse }: { row: PaymentRow; onReverse: (entry: Reversible) => void }) {
  const { t } = useTranslation('money');
  const { id, customer, amount, rest, refunds, receivedOn, reversedOn, reversedBecause } = row;
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{dateText(row.receivedOn)}</span>
        <span className="cell-sub">{t(row.isFromBank ? 'fromBank' : 'byHand')}</span>
        {row.bookedBy && <span className="cell-sub">{t('bookedBy', { name: row.bookedBy })}</span>}
      </th>
      <td data-label={t('customer')}>
        {customer}
        {row.remittance && <span className="cell-sub money-text">{row.remittance}</span>}
      </td>
      <Euro label={t('gross')} value={amount} isStrong />
      <td data-label={t('counted')}>
        {reversedBecause ? (
          <Badge tone="warning">
            {t(`reversed.${reversedBecause}`, { day: reversedOn ? dateText(reversedOn) : '' })}
          </Badge>
        ) : (
          <>
            {row.allocations.map(part => (
              <span key={part.documentId} className="cell-line">
                {t('part', { number: part.number, amount: formatEuro(part.amount) })}
              </span>
            ))}
            {refunds.map(refund => (
              <RefundLine
                key={refund.id}
                refund={refund}
                customer={customer}
                onReverse={() =>
                  onReverse({ what: 'refunds', id: refund.id, amount: refund.amount, since: refund.on })
                }
              />
            ))}
            {rest > 0 && <Badge>{t('creditLeft', { rest: formatEuro(rest) })}</Badge>}
          </>
        )}
      </td>
      <td className="cell-wide">
        {!reversedBecause && refunds.every(refund => refund.reversedBecause) && (
          <Button
            small
            look="tertiary"
            aria-label={t('reverseNamed', { amount: formatEuro(amount), customer })}
            onPress={() => onReverse({ what: 'payments', id, amount, since: receivedOn })}
          >
            {t('reverse')}
          </Button>
        )}
      </td>
    </tr>
  );
}
