import './words';
import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Icon } from '../shared/Icon';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { CoverageFilters } from './CoverageFilters';
import { CoverageFormula } from './CoverageFormula';
import { CoverageGaps } from './CoverageGaps';
import { CoverageTable } from './CoverageTable';
import type { Coverage, CoverageHour } from './coverage';
import { type CoverageSearch, coverageQuery } from './coverageSearch';
import { DutyNow } from './DutyNow';
import { StandbyDialog } from './StandbyDialog';
import { StandbyList } from './StandbyList';

/** For which hours interpreters are missing, and the standby that fills them. */
export function CoveragePage() {
  const { t } = useTranslation(['coverage', 'ledger']);
  const search = useSearch({ from: '/shell/disposition/abdeckung' });
  const navigate = useNavigate();
  const [offered, setOffered] = useState<CoverageHour | 'any' | null>(null);
  const asked = coverageQuery(search);
  const query = useQuery({
    queryKey: ['coverage', asked],
    queryFn: ({ signal }) => getJson<Coverage>(`/api/coverage${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  const onSearch = (change: CoverageSearch) =>
    void navigate({
      from: '/disposition/abdeckung',
      to: '.',
      search: change,
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={t('coverage:title')}
      lead={t('coverage:lead')}
      wide
      actions={
        <a className="kern-btn kern-btn--secondary" href={`/api/coverage.csv${asked}`} download>
          <Icon svg={download} />
          <span className="kern-label">{t('ledger:download')}</span>
        </a>
      }
    >
      <CoverageFilters search={search} onSearch={onSearch} />
      {query.isPending && <Skeleton lines={8} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Report coverage={query.data} onOffer={setOffered} />}
      <StandbyList onNew={() => setOffered('any')} />
      {query.data && <CoverageFormula coverage={query.data} />}
      {offered && (
        <StandbyDialog
          language={search.sprache ?? ''}
          hour={offered === 'any' ? null : offered}
          onClose={() => setOffered(null)}
        />
      )}
    </Page>
  );
}

function Report(props: { coverage: Coverage; onOffer: (hour: CoverageHour) => void }) {
  const { t } = useTranslation('coverage');
  const { coverage, onOffer } = props;
  return (
    <>
      <DutyNow coverage={coverage} />
      {coverage.cases === 0 ? (
        <Card>
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        </Card>
      ) : (
        <>
          <p className="ledger-total" role="status">
            {t('total', {
              count: coverage.cases,
              from: formatDate(coverage.from),
              to: formatDate(coverage.to),
            })}
          </p>
          <CoverageGaps coverage={coverage} onOffer={onOffer} />
          <CoverageTable coverage={coverage} />
        </>
      )}
    </>
  );
}
