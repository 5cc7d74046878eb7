import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import type { SessionView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { Skeleton } from '../shared/Skeleton';

/** One row of GET /api/sessions: newest first; `before` is the `createdAt` of the last row one has. */
type SessionRow = Pick<
  SessionView,
  | 'id'
  | 'language'
  | 'state'
  | 'interpreterNumber'
  | 'createdAt'
  | 'startedAt'
  | 'endedAt'
  | 'billableSeconds'
  | 'endReason'
> & { ownReference: string | null };

const pageSize = 10;
export const sessionsKey = ['sessions'];

/** Own conversations, newest first, one page after the other. */
export function SessionHistory() {
  const { t } = useTranslation('requester');
  const query = useInfiniteQuery({
    queryKey: sessionsKey,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<SessionRow[]>(`/api/sessions?limit=${pageSize}${pageParam}`, signal),
    getNextPageParam: page =>
      page.length < pageSize ? undefined : `&before=${encodeURIComponent(page.at(-1)?.createdAt ?? '')}`,
  });
  const rows = query.data?.pages.flat() ?? [];
  return (
    <Card title={t('history.title')} className="history">
      {query.isPending && <Skeleton lines={4} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState title={t('history.emptyTitle')}>{t('history.emptyText')}</EmptyState>
      )}
      {rows.length > 0 && <HistoryList rows={rows} />}
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </Card>
  );
}

function HistoryList({ rows }: { rows: SessionRow[] }) {
  const { t } = useTranslation(['requester', 'call']);
  const nameOf = useLanguages();
  return (
    <ul className="history-list">
      {rows.map(row => (
        <li key={row.id} className="history-row">
          <div className="history-main">
            <span className="strong">{nameOf(row.language).germanName}</span>
            <span className="muted small">
              {[t('requester:history.number', { number: row.interpreterNumber }), row.ownReference]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <div className="history-time">
            <span>{formatDateTime(row.startedAt ?? row.createdAt)}</span>
            <span className="muted small">
              {row.endReason ? t(`call:endReason.${row.endReason}` as const) : ''}
            </span>
          </div>
          <div className="history-duration">
            <span>{durationOf(row) ?? t('requester:history.running')}</span>
            {row.billableSeconds !== null && (
              <span className="muted small">
                {t('requester:history.billable', { time: formatElapsed(row.billableSeconds) })}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Minutes and seconds from media on both sides to the end; null while it runs. */
function durationOf(row: SessionRow): string | null {
  if (!row.endedAt) return null;
  if (!row.startedAt) return formatElapsed(0);
  return formatElapsed((Date.parse(row.endedAt) - Date.parse(row.startedAt)) / 1000);
}
