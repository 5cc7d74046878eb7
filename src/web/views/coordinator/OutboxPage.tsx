import './words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { SelectField } from '../shared/SelectField';
import { Skeleton } from '../shared/Skeleton';
import { MailDialog } from './MailDialog';
import { OutboxRows } from './OutboxRows';
import {
  countOf,
  type MailState,
  type Outbox,
  type OutboxSearch,
  outboxQuery,
  readOutboxSearch,
  states,
} from './outbox';

/** What was sent, what waits, and what could not be delivered. */
export function OutboxPage() {
  const { t } = useTranslation('mail');
  const search = useSearch({ from: '/shell/disposition/postausgang' });
  const navigate = useNavigate();
  const asked = outboxQuery(search);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['mails', asked],
    queryFn: ({ signal }) => getJson<Outbox>(`/api/mails${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  const onSearch = (change: OutboxSearch) =>
    void navigate({
      from: '/disposition/postausgang',
      to: '.',
      search: change,
      replace: true,
      resetScroll: false,
    });
  const { mail, ...list } = search;
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      {data && !data.sends && <Alert tone="info" title={t('notSending')} />}
      <search className="ledger-filters">
        <StateField
          state={search.stand}
          outbox={data}
          onState={stand => onSearch(readOutboxSearch({ stand }))}
        />
      </search>
      {isPending && <Skeleton lines={8} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t(search.stand ? 'emptyStateText' : 'emptyText')}</EmptyState>
        </Card>
      )}
      {data && data.rows.length > 0 && (
        <>
          <p className="ledger-total" role="status">
            {t('total', { count: data.total })}
          </p>
          <OutboxRows rows={data.rows} onShow={id => onSearch({ ...list, mail: id })} />
        </>
      )}
      {data && data.pages > 1 && (
        <Pages outbox={data} onPage={seite => onSearch(readOutboxSearch({ ...list, seite }))} />
      )}
      {mail && <MailDialog id={mail} onClose={() => onSearch(list)} />}
    </Page>
  );
}

function StateField(props: {
  state: MailState | undefined;
  outbox: Outbox | undefined;
  onState: (state: string) => void;
}) {
  const { t } = useTranslation('mail');
  return (
    <SelectField
      label={t('stateFilter')}
      value={props.state ?? ''}
      options={[
        { value: '', label: t('allStates') },
        ...states.map(value => ({
          value,
          label: t('option', { state: t(`state.${value}`), count: countOf(props.outbox, value) }),
        })),
      ]}
      onChange={props.onState}
    />
  );
}

function Pages({ outbox: { page, pages }, onPage }: { outbox: Outbox; onPage: (page: number) => void }) {
  const { t } = useTranslation('mail');
  return (
    <nav className="outbox-pages" aria-label={t('pages')}>
      <Button isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
        {t('newer')}
      </Button>
      <span role="status">{t('page', { page, pages })}</span>
      <Button isDisabled={page >= pages} onPress={() => onPage(page + 1)}>
        {t('older')}
      </Button>
    </nav>
  );
}
