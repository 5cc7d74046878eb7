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
import { CancelDialog } from './CancelDialog';
import { ChainCheck } from './ChainCheck';
import { DocumentFilters } from './DocumentFilters';
import { DocumentTable } from './DocumentTable';
import { type DocumentRow, documentsAtMost, documentsQuery } from './documents';
import { type DocumentSearch, readDocumentSearch } from './search';

/** Issued documents, the newest first. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const search = useSearch({ from: '/shell/disposition/abrechnung/belege' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/belege' });
  const [cancelling, setCancelling] = useState<DocumentRow | null>(null);
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
          <DocumentTable rows={data} onCancel={setCancelling} />
        </>
      )}
      <ChainCheck />
      {cancelling && <CancelDialog document={cancelling} onClose={() => setCancelling(null)} />}
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
