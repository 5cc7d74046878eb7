import './words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { LedgerFigures, LedgerHours } from './LedgerFigures';
import { LedgerFilters } from './LedgerFilters';
import { LedgerRows } from './LedgerRows';
import type { Ledger } from './ledger';
import { type LedgerSearch, ledgerQuery } from './ledgerSearch';
import { ReportPage } from './ReportPage';

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
  return (
    <ReportPage
      texts={{ title: t('title'), lead: t('lead'), emptyTitle: t('emptyTitle'), emptyText: t('emptyText') }}
      file={`/api/unserved.csv${asked}`}
      query={query}
      filters={<LedgerFilters search={search} ledger={query.data} onSearch={onSearch} />}
      total={({ total }) => ({ count: total, text: t('total', { count: total }) })}
    >
      {ledger => (
        <>
          <div className="ledger">
            <LedgerFigures ledger={ledger} />
            <LedgerHours ledger={ledger} />
          </div>
          <LedgerRows ledger={ledger} />
        </>
      )}
    </ReportPage>
  );
}
