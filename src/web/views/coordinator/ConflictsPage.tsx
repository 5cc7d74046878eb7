import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { ConflictList } from '../shared/ConflictList';
import { conflictsQuery } from '../shared/conflicts';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';

/** Who does not work for whom, whichever side decided it. */
export function ConflictsPage() {
  const { t } = useTranslation('conflict');
  const query = useQuery(conflictsQuery);
  return (
    <Page title={t('coordinator.list')} lead={t('coordinator.lead')}>
      {query.isPending && <Skeleton lines={6} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <Card>
          {query.data.length === 0 ? (
            <EmptyState title={t('coordinator.emptyTitle')}>{t('coordinator.emptyText')}</EmptyState>
          ) : (
            <ConflictList side="coordinator" rows={query.data} />
          )}
        </Card>
      )}
    </Page>
  );
}
