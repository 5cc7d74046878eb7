import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { HistoryRow } from './HistoryRow';
import { type OwnRequest, requestsQuery } from './history';

const shown = 5;

/** The latest own requests, beside the form; the rest has a page of its own. */
export function RequestHistory({ onAgain }: { onAgain: (row: OwnRequest) => void }) {
  const { t } = useTranslation('waiting');
  const query = useInfiniteQuery(requestsQuery);
  const rows = query.data?.pages.flat().slice(0, shown) ?? [];
  return (
    <Card title={t('history.title')} className="history">
      {query.isPending && <Skeleton lines={4} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState title={t('history.emptyTitle')}>{t('history.emptyText')}</EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ul className="history-list">
            {rows.map(row => (
              <HistoryRow key={row.id} row={row} onAgain={onAgain} />
            ))}
          </ul>
          <p>
            <Link to="/anfragen/verlauf" className="link">
              {t('history.all')}
            </Link>
          </p>
        </>
      )}
    </Card>
  );
}
