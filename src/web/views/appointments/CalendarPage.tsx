import './words';
import add from '@material-symbols/svg-400/rounded/calendar_add_on.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { useMe } from '../shared/access';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LinkButton } from '../shared/LinkButton';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { calendarQuery } from './appointments';
import { CalendarBar } from './CalendarBar';
import { CalendarList } from './CalendarList';
import { periodOf } from './calendarGrid';
import { type CalendarSearch, readCalendarSearch, shownStates } from './calendarSearch';
import { MonthView } from './MonthView';
import { WeekView } from './WeekView';
import { dayOf } from './wallTime';

/** What a unit has booked: as a list by day, a week or a month. All of it lives in the address. */
export function CalendarPage() {
  const { t } = useTranslation('appointments');
  const search = useSearch({ from: '/shell/termine' });
  const navigate = useNavigate();
  const me = useMe();
  const today = dayOf(serverNow());
  const view = search.ansicht ?? 'liste';
  const day = search.tag ?? today;
  const unit = search.stelle ?? me?.unitId;
  const period = periodOf(view, day);
  const query = useQuery({
    ...calendarQuery({ ...period, ...(unit && unit !== 'alle' && { unit }) }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const fits = search.zustand ? shownStates[search.zustand] : () => true;
  const shown = (query.data ?? []).filter(fits);
  const onSearch = (change: Partial<Record<keyof CalendarSearch, string>>) =>
    void navigate({
      from: '/termine',
      to: '.',
      search: readCalendarSearch({ ...search, ...change }),
      resetScroll: false,
    });
  const calendar = { day, today, period, appointments: shown, withUnit: unit === 'alle' };
  return (
    <Page
      title={t('calendar.title')}
      lead={t('calendar.lead')}
      actions={
        <LinkButton to="/termine/neu" look="primary" icon={add}>
          {t('book')}
        </LinkButton>
      }
    >
      <CalendarBar search={search} view={view} day={day} today={today} onSearch={onSearch} />
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={8} />}
      {query.data && (
        <>
          <p className="sr-only" role="status">
            {t('calendar.shown', { count: shown.length })}
          </p>
          {shown.length === 0 && <Nothing search={search} onSearch={onSearch} />}
          {view === 'liste' && shown.length > 0 && <CalendarList {...calendar} />}
          {view === 'woche' && <WeekView {...calendar} />}
          {view === 'monat' && <MonthView {...calendar} search={search} />}
        </>
      )}
    </Page>
  );
}

interface NothingProps {
  search: CalendarSearch;
  onSearch: (change: { zustand: string }) => void;
}

function Nothing({ search, onSearch }: NothingProps) {
  const { t } = useTranslation('appointments');
  // In a week and a month, the empty days say it already.
  if (search.ansicht) return <p className="muted">{t('calendar.noneShown')}</p>;
  return (
    <Card>
      {search.zustand ? (
        <EmptyState
          title={t('calendar.emptyFiltered')}
          action={<Button onPress={() => onSearch({ zustand: '' })}>{t('calendar.showAll')}</Button>}
        >
          {t('calendar.emptyFilteredText')}
        </EmptyState>
      ) : (
        <EmptyState
          title={t('calendar.emptyTitle')}
          action={<LinkButton to="/termine/neu">{t('book')}</LinkButton>}
        >
          {t('calendar.emptyText')}
        </EmptyState>
      )}
    </Card>
  );
}
