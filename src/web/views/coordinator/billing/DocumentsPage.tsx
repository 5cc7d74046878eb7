import './words';
import './documentWords';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from './BillingPage';
import { ChainCheck } from './ChainCheck';
import { DocumentFilters } from './DocumentFilters';
import { DocumentTable } from './DocumentTable';
import { type DocumentRow, documentsAtMost, documentsQuery, type TakeBack } from './documents';
import { type DocumentSearch, readDocumentSearch } from './search';
import { TakeBackDialog } from './TakeBackDialog';

/** Issued documents, the newest first. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const search = useSearch({ from: '/shell/disposition/abrechnung/belege' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/belege' });
  const [taken, setTaken] = useState<{ document: DocumentRow; way: TakeBack } | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    ...documentsQuery(search),
    placeholderData: keepPreviousData,
  });
  const onSearch = (next: DocumentSearch) =>
    void navigate({ to: '.', search: readDocumentSearch({ ...next }), replace: true, resetScroll: false });
  return (
    <BillingPage title={t('title')} lead={t('lead')}>
      <DocumentFilters search={search} onSearch={onSearch} />
      {isPending && <Skeleton lines={8} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <NoDocuments isFiltered={Object.keys(search).length > 0} />}
      {data && data.length > 0 && (
        <>
          <p className="ledger-total" role="status">
            {t('total', { count: data.length })}
          </p>
          {data.length === documentsAtMost && <p>{t('most', { count: documentsAtMost })}</p>}
          <DocumentTable rows={data} onTakeBack={(document, way) => setTaken({ document, way })} />
        </>
      )}
      <ChainCheck />
      {taken && <TakeBackDialog {...taken} onClose={() => setTaken(null)} />}
    </BillingPage>
  );
}

function NoDocuments({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('documents');
  return (
    <Card>
      <EmptyState
        title={t('emptyTitle')}
        action={
          <LinkButton look="primary" to="/disposition/abrechnung/laeufe/neu">
            {t('toRuns')}
          </LinkButton>
        }
      >
        {t(isFiltered ? 'emptyFilterText' : 'emptyText')}
      </EmptyState>
    </Card>
  );
}
