import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/Card';
import { EmptyState } from '../../../shared/EmptyState';
import { AcceptDialog } from './AcceptDialog';
import { DisputeItem } from './DisputeItem';
import type { Dispute } from './disputes';
import { RejectDialog } from './RejectDialog';

interface Props {
  disputes: readonly Dispute[];
  open: number;
}

/** The longest due first. */
export function DisputesCard({ disputes, open }: Props) {
  const { t } = useTranslation('disputes');
  const [answered, setAnswered] = useState<{ dispute: Dispute; how: 'accept' | 'reject' } | null>(null);
  const close = () => setAnswered(null);
  return (
    <Card title={t('page.list')}>
      {disputes.length === 0 ? (
        <EmptyState title={t('page.none')}>{t('page.noneText')}</EmptyState>
      ) : (
        <>
          <p role="status">{t('page.openCount', { count: open })}</p>
          <ul className="earned">
            {disputes.map(dispute => (
              <DisputeItem
                key={dispute.id}
                dispute={dispute}
                onAnswer={how => setAnswered({ dispute, how })}
              />
            ))}
          </ul>
        </>
      )}
      {answered?.how === 'accept' && <AcceptDialog dispute={answered.dispute} onClose={close} />}
      {answered?.how === 'reject' && <RejectDialog dispute={answered.dispute} onClose={close} />}
    </Card>
  );
}
