import './words';
import add from '@material-symbols/svg-400/rounded/calendar_add_on.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { type Appointment, calendarQuery } from '../appointments/appointments';
import { dayOf } from '../appointments/wallTime';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LinkButton } from '../shared/LinkButton';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { BoardFilters } from './BoardFilters';
import { BoardTable } from './BoardTable';
import { type BoardSearch, boardPeriod, onBoard } from './boardSearch';
import { isOn } from './readiness';

/** All appointments, those without an interpreter first. */
export function BoardPage() {
  const { t } = useTranslation('appointments');
  const search = useSearch({ from: '/shell/disposition/termine' });
  const navigate = useNavigate();
  const period = boardPeriod(search, dayOf(serverNow()));
  const query = useQuery({
    ...calendarQuery({ ...period, ...(search.stelle && { unit: search.stelle }) }),
    placeholderData: keepPreviousData,
    // Who has become ready, or has gone, is asked for more often while it matters.
    refetchInterval: ({ state }) => (state.data?.some(one => isOn(one, serverNow())) ? 10_000 : 30_000),
  });
  const onSearch = (change: BoardSearch) =>
    void navigate({
      from: '/disposition/termine',
      to: '.',
      search: change,
      replace: true,
      resetScroll: false,
    });
  const rows = onBoard(query.data ?? [], search);
  return (
    <Page
      title={t('board.title')}
      lead={t('board.lead')}
      wide
      actions={
        <LinkButton to="/termine/neu" look="primary" icon={add}>
          {t('book')}
        </LinkButton>
      }
    >
      <BoardFilters search={search} period={period} onSearch={onSearch} />
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={8} />}
      {query.data && rows.length === 0 && (
        <Card>
          <EmptyState title={t('board.emptyTitle')}>{t('board.emptyText')}</EmptyState>
        </Card>
      )}
      {rows.length > 0 && (
        <>
          <p className="ledger-total" role="status">
            <Total rows={rows} />
          </p>
          <BoardTable rows={rows} />
        </>
      )}
    </Page>
  );
}

function Total({ rows }: { rows: readonly Appointment[] }) {
  const { t } = useTranslation('appointments');
  const open = rows.filter(({ state, coverage }) => state === 'requested' && coverage !== 'none');
  const away = rows.filter(({ interpreterAbsent }) => interpreterAbsent);
  return [
    t('calendar.shown', { count: rows.length }),
    open.length > 0 && t('board.uncovered', { count: open.length }),
    away.length > 0 && t('board.absentCount', { count: away.length }),
  ]
    .filter(Boolean)
    .join(', ');
}
