import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Icon } from '../shared/Icon';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';

interface Props<T> {
  texts: { title: string; lead: string; emptyTitle: string; emptyText: string };
  /** The address of the same as a CSV file. */
  file: string;
  query: UseQueryResult<T>;
  filters: ReactNode;
  total: (report: T) => { count: number; text: string };
  children: (report: T) => ReactNode;
}

/** A report: filters, how many, what of them, and the same as a file. */
export function ReportPage<T>({ texts, file, query, filters, total, children }: Props<T>) {
  const { t } = useTranslation('ledger');
  const report = query.data;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      wide
      actions={
        <a className="kern-btn kern-btn--secondary" href={file} download>
          <Icon svg={download} />
          <span className="kern-label">{t('download')}</span>
        </a>
      }
    >
      {filters}
      {query.isPending && <Skeleton lines={8} />}
      {query.error && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {report !== undefined && total(report).count === 0 && (
        <Card>
          <EmptyState title={texts.emptyTitle}>{texts.emptyText}</EmptyState>
        </Card>
      )}
      {report !== undefined && total(report).count > 0 && (
        <>
          <p className="ledger-total" role="status">
            {total(report).text}
          </p>
          {children(report)}
        </>
      )}
    </Page>
  );
}

/** A table that may be wider than its place. */
export const WideTable = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <div className="ledger-scroll" tabIndex={0}>
    <table className={`ledger-table ${className}`}>{children}</table>
  </div>
);
