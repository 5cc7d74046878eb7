import './words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson } from '../../protocol/http';
import { FeedbackFigures, FeedbackUnits } from './FeedbackFigures';
import { FeedbackFilters } from './FeedbackFilters';
import { FeedbackRows } from './FeedbackRows';
import type { FeedbackReport } from './feedbackReport';
import { type FeedbackSearch, feedbackReportQuery } from './feedbackSearch';
import { ReportPage } from './ReportPage';

/** Complaints and ratings: to see, to count and to deal with. What follows is decided by people. */
export function FeedbackPage() {
  const { t } = useTranslation('feedback');
  const search = useSearch({ from: '/shell/disposition/rueckmeldungen' });
  const navigate = useNavigate();
  const asked = feedbackReportQuery(search);
  const query = useQuery({
    queryKey: ['feedback-report', asked],
    queryFn: ({ signal }) => getJson<FeedbackReport>(`/api/feedback${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  const onSearch = (change: FeedbackSearch) =>
    void navigate({
      from: '/disposition/rueckmeldungen',
      to: '.',
      search: change,
      replace: true,
      resetScroll: false,
    });
  return (
    <ReportPage
      texts={{
        title: t('page.title'),
        lead: t('page.lead'),
        emptyTitle: t('page.emptyTitle'),
        emptyText: t('page.emptyText'),
      }}
      file={`/api/feedback.csv${asked}`}
      query={query}
      filters={<FeedbackFilters search={search} report={query.data} onSearch={onSearch} />}
      total={({ total }) => ({ count: total, text: t('page.total', { count: total }) })}
    >
      {report => (
        <>
          <FeedbackRows report={report} />
          <FeedbackUnits report={report} />
          <FeedbackFigures report={report} />
        </>
      )}
    </ReportPage>
  );
}
