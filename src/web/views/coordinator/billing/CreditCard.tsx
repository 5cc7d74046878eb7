import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import type { Day } from '../../appointments/wallTime';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { BookDialog } from './BookDialog';
import { allocateCredit, type Credit, receivablesQuery } from './money';
import { PartFields } from './PartFields';
import { readParts, spread } from './parts';
import { RefundDialog } from './RefundDialog';
import { useBooking } from './useBooking';

/** What was paid and counts for nothing yet. */
export function CreditCard({ credits, today }: { credits: readonly Credit[]; today: Day }) {
  const { t } = useTranslation('money');
  const [used, setUsed] = useState<Credit | null>(null);
  const [refunded, setRefunded] = useState<Credit | null>(null);
  if (credits.length === 0) return null;
  return (
    <Card title={t('credits')}>
      <p className="muted">{t('creditsText')}</p>
      <ul className="money-credits">
        {credits.map(credit => (
          <li key={credit.paymentId}>
            <span>
              {t('creditOf', {
                amount: formatEuro(credit.rest),
                customer: credit.customer,
                day: dateText(credit.receivedOn),
              })}
            </span>
            <div className="row">
              <Button
                small
                aria-label={t('useNamed', { customer: credit.customer })}
                onPress={() => setUsed(credit)}
              >
                {t('use')}
              </Button>
              <Button
                small
                aria-label={t('refundNamed', { customer: credit.customer })}
                onPress={() => setRefunded(credit)}
              >
                {t('refund')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {used && <CreditDialog credit={used} onClose={() => setUsed(null)} />}
      {refunded && <RefundDialog credit={refunded} today={today} onClose={() => setRefunded(null)} />}
    </Card>
  );
}

function CreditDialog({ credit, onClose }: { credit: Credit; onClose: () => void }) {
  const { t } = useTranslation('money');
  const [typed, setTyped] = useState<Record<string, string>>();
  const items = useQuery(receivablesQuery({ auftraggeber: credit.customerId })).data?.items ?? [];
  const texts = typed ?? spread(credit.rest, items);
  const read = readParts(credit.rest, items, texts);
  const book = useBooking(() => allocateCredit(credit.paymentId, read.parts), onClose);
  return (
    <BookDialog
      title={t('useTitle', { customer: credit.customer })}
      act={t('use')}
      isReady={read.parts.length > 0 && read.rest >= 0 && read.wrong.length === 0}
      isPending={book.isPending}
      error={book.error}
      onBook={() => book.mutate()}
      onClose={onClose}
    >
      <PartFields items={items} texts={texts} read={read} onChange={setTyped} />
    </BookDialog>
  );
}
