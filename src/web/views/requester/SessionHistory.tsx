import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed, speakElapsed } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import type { SessionView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { endReasonKey, notBilledKey } from '../shared/call/endReason';
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
> & { clockSeconds: number; ownReference: string | null };

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
  const factsOf = (row: SessionRow) =>
    [
      t('requester:history.number', { number: row.interpreterNumber }),
      row.ownReference,
      row.endReason && t(`call:${endReasonKey(row.endReason, 'requester')}`),
      row.startedAt && row.billableSeconds === 0 && t(`call:${notBilledKey(row)}`),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <ul className="history-list">
      {rows.map(row => (
        <li key={row.id} className="history-row">
          <span className="strong">{nameOf(row.language).germanName}</span>
          <div className="history-duration">
            {row.endedAt ? (
              <>
                <span className="sr-only">
                  {t('call:clock')}: {speakElapsed(row.clockSeconds)}
                </span>
                <span aria-hidden="true">{formatElapsed(row.clockSeconds)}</span>
              </>
            ) : (
              t('requester:history.running')
            )}
          </div>
          <p className="history-facts">{formatDateTime(row.startedAt ?? row.createdAt)}</p>
          <p className="history-facts muted small">{factsOf(row)}</p>
        </li>
      ))}
    </ul>
  );
}
