import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatEuro } from '../../../../i18n/format';
import { Badge } from '../../../shared/Badge';
import { Button } from '../../../shared/Button';
import { Card } from '../../../shared/Card';
import { EmptyState } from '../../../shared/EmptyState';
import { ConfirmDialog } from '../../ConfirmDialog';
import { takeBack } from '../documents';
import type { Objection } from './disputes';
import { useAnswer } from './useAnswer';

/** Gutschriften without effect, until they are cancelled. */
export function ObjectionsCard({ objections }: { objections: readonly Objection[] }) {
  const { t } = useTranslation('disputes');
  const [cancelled, setCancelled] = useState<Objection | null>(null);
  return (
    <Card title={t('objections.title')}>
      <p className="muted">{t('objections.text')}</p>
      {objections.length === 0 ? (
        <EmptyState title={t('objections.none')}>{t('objections.noneText')}</EmptyState>
      ) : (
        <ul className="earned">
          {objections.map(objection => (
            <ObjectionItem
              key={objection.documentId}
              objection={objection}
              onCancel={() => setCancelled(objection)}
            />
          ))}
        </ul>
      )}
      {cancelled && <CancelDialog objection={cancelled} onClose={() => setCancelled(null)} />}
    </Card>
  );
}

function ObjectionItem({ objection, onCancel }: { objection: Objection; onCancel: () => void }) {
  const { t } = useTranslation('disputes');
  const { number, party, issuedOn, gross, reason, words, raisedAt, cancelledBy } = objection;
  return (
    <li className="earned-document">
      <div>
        <h3 className="earned-title">
          {t('objections.fact', { number, day: formatDate(issuedOn), gross: formatEuro(gross) })}
        </h3>
        <p>
          <strong>{t(`objectionReason.${reason}`)}</strong>
          {words && `: ${words}`}
        </p>
        <span className="cell-sub">
          {t('page.raised', {
            at: formatDateTime(raisedAt),
            by: t('page.who', { side: t('page.side.interpreter'), party }),
          })}
        </span>
      </div>
      {cancelledBy ? (
        <Badge>{t('objections.cancelled', { number: cancelledBy })}</Badge>
      ) : (
        <Button small aria-label={t('objections.cancelNamed', { number })} onPress={onCancel}>
          {t('objections.cancel')}
        </Button>
      )}
    </li>
  );
}

function CancelDialog({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { t } = useTranslation('disputes');
  const cancel = useAnswer(
    () => takeBack({ id: objection.documentId }, 'cancel'),
    ({ number }) => t('objections.done', { number }),
    onClose,
  );
  return (
    <ConfirmDialog
      title={t('objections.cancelTitle', { number: objection.number })}
      confirm={t('objections.cancel')}
      error={cancel.error}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate(undefined)}
      onClose={onClose}
    >
      {t('objections.cancelText')}
    </ConfirmDialog>
  );
}
