import './words';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ConflictCard } from '../shared/ConflictList';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useSituation } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { CallbackPlace } from './CallbackCard';
import { HistoryRow } from './HistoryRow';
import { type OwnRequest, requestsQuery } from './history';
import { OwnBudgets } from './OwnBudgets';
import { emptyForm, formAgain } from './requestForm';
import { useRequest } from './useRequest';

/** All own requests with what came of them, and whom the own customer has excluded. */
export function HistoryPage() {
  const { t } = useTranslation('waiting');
  const query = useInfiniteQuery(requestsQuery);
  const navigate = useNavigate();
  const actions = useRequest(useSituation()?.request ?? null);
  const rows = query.data?.pages.flat() ?? [];
  const ask = async (row: OwnRequest, again: boolean) => {
    await actions.ask(again ? formAgain(row) : { ...emptyForm, ...needOf(row) }, { remember: false });
    await navigate({ to: '/anfragen' });
  };
  return (
    <Page title={t('history.page')} lead={t('history.lead')}>
      <CallbackPlace />
      <div className="history-page">
        <Card title={t('history.title')} className="history">
          <ErrorAlert error={actions.error} />
          {query.isPending && <Skeleton lines={8} />}
          {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
          {query.isSuccess && rows.length === 0 && (
            <EmptyState
              title={t('history.emptyTitle')}
              action={
                <Link to="/anfragen" className="link">
                  {t('history.toRequest')}
                </Link>
              }
            >
              {t('history.emptyText')}
            </EmptyState>
          )}
          <ul className="history-list">
            {rows.map(row => (
              <HistoryRow
                key={row.id}
                row={row}
                onAgain={() => void ask(row, true)}
                onRepeat={() => void ask(row, false)}
              />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('history.more')}
            </Button>
          )}
        </Card>
        <div className="stack">
          <OwnBudgets />
          <ConflictCard side="requester" />
        </div>
      </div>
    </Page>
  );
}

const needOf = ({ language, field, modality }: OwnRequest) => ({ language, field, modality });
