import './words';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { ConflictList } from '../shared/ConflictList';
import { conflictsQuery } from '../shared/conflicts';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { AllowLists } from './AllowLists';
import { customersQuery } from './allowLists';

/** Who may work for whom, and who does not work for whom, whichever side decided it. */
export function ConflictsPage() {
  const { t } = useTranslation('conflict');
  const { t: allow } = useTranslation('allow');
  const query = useQuery(conflictsQuery);
  const customers = useQuery(customersQuery);
  const { auftraggeber } = useSearch({ from: '/shell/disposition/ausschluesse' });
  const navigate = useNavigate();
  const choose = (id: string) =>
    void navigate({
      from: '/disposition/ausschluesse',
      to: '.',
      search: { auftraggeber: id },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page title={t('coordinator.page')} lead={t('coordinator.pageLead')}>
      <div className="assignments">
        <Card title={allow('title')}>
          {customers.isPending && <Skeleton lines={4} />}
          {customers.error && <ErrorAlert error={customers.error} onRetry={() => void customers.refetch()} />}
          {customers.data && (
            <AllowLists customers={customers.data} chosen={auftraggeber} onChoose={choose} />
          )}
        </Card>
        <Card title={t('coordinator.list')}>
          <p className="muted">{t('coordinator.lead')}</p>
          {query.isPending && <Skeleton lines={6} />}
          {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
          {query.data?.length === 0 && (
            <EmptyState title={t('coordinator.emptyTitle')}>{t('coordinator.emptyText')}</EmptyState>
          )}
          {query.data && query.data.length > 0 && <ConflictList side="coordinator" rows={query.data} />}
        </Card>
      </div>
    </Page>
  );
}
