import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { http } from '../../protocol/http';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { toast, toastError } from '../shared/toasts';
import { HoldForm } from './HoldForm';
import { type Hold, retentionQuery } from './retention';

/** What must not be deleted for now. */
export function Holds({ holds }: { holds: Hold[] }) {
  const { t } = useTranslation('retention');
  const client = useQueryClient();
  const whatOf = (hold: Hold) => (hold.kind ? t(`kinds.${hold.kind}`) : (hold.name ?? ''));
  const lift = useMutation({
    mutationFn: (hold: Hold) => http('DELETE', `/api/retention/holds/${hold.id}`),
    onSuccess: (_, hold) => {
      void client.invalidateQueries(retentionQuery);
      toast('success', t('holds.lifted', { what: whatOf(hold) }));
    },
    onError: toastError,
  });
  return (
    <Card title={t('holds.title')}>
      <div className="stack">
        <p className="muted">{t('holds.lead')}</p>
        {holds.length === 0 ? (
          <EmptyState title={t('holds.none')}>{t('holds.noneText')}</EmptyState>
        ) : (
          <ul className="history-list">
            {holds.map(hold => (
              <li key={hold.id} className="conflict-row">
                <div>
                  <span className="strong">{whatOf(hold)}</span>
                  <p className="muted small">
                    {t('holds.since', {
                      reason: t(`holds.reasons.${hold.reason}`),
                      time: formatDateTime(hold.setAt),
                      who: hold.setBy ?? t('holds.formerColleague'),
                    })}
                  </p>
                </div>
                <Button
                  small
                  isPending={lift.isPending}
                  aria-label={t('holds.liftNamed', { what: whatOf(hold) })}
                  onPress={() => lift.mutate(hold)}
                >
                  {t('holds.lift')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <HoldForm />
      </div>
    </Card>
  );
}
