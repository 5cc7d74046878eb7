import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Icon } from '../shared/Icon';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { LedgerFigures, LedgerHours } from './LedgerFigures';
import { LedgerFilters } from './LedgerFilters';
import { LedgerRows } from './LedgerRows';
import type { Ledger } from './ledger';
import { type LedgerSearch, ledgerQuery } from './ledgerSearch';

/** For which languages, causes and hours nobody came: what recruitment is led by. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const search = useSearch({ from: '/shell/disposition/nicht-bedient' });
  const navigate = useNavigate();
  const asked = ledgerQuery(search);
  const query = useQuery({
    queryKey: ['unserved', asked],
    queryFn: ({ signal }) => getJson<Ledger>(`/api/unserved${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  const onSearch = (change: LedgerSearch) =>
    void navigate({
      from: '/disposition/nicht-bedient',
      to: '.',
      search: change,
      replace: true,
      resetScroll: false,
    });
  const ledger = query.data;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <a className="kern-btn kern-btn--secondary" href={`/api/unserved.csv${asked}`} download>
          <Icon svg={download} />
          <span className="kern-label">{t('download')}</span>
        </a>
      }
    >
      <LedgerFilters search={search} ledger={ledger} onSearch={onSearch} />
      {query.isPending && <Skeleton lines={8} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {ledger?.total === 0 && (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </Card>
      )}
      {ledger && ledger.total > 0 && (
        <>
          <p className="ledger-total" role="status">
            {t('total', { count: ledger.total })}
          </p>
          <div className="ledger">
            <LedgerFigures ledger={ledger} />
            <LedgerHours ledger={ledger} />
          </div>
          <LedgerRows ledger={ledger} />
        </>
      )}
    </Page>
  );
}
