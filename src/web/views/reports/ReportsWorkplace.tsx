import './words';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Page } from '../shared/Page';
import { Accounts } from './Accounts';
import { ReportFilters } from './ReportFilters';
import { ReportSection, useReport } from './ReportSection';
import {
  nameOfView,
  type ReportsSearch,
  readReportsSearch,
  reportQuery,
  viewOf,
  views,
} from './reportsSearch';
import { SessionsBehind } from './SessionsBehind';

interface Props {
  search: ReportsSearch;
  isStaff: boolean;
  onSearch: (search: ReportsSearch) => void;
}

/** Views as links, filters in the address, figures, and the conversations behind them. */
export function ReportsWorkplace({ search, isStaff, onSearch }: Props) {
  const { t } = useTranslation('reports');
  const view = viewOf(search);
  const shown = useReport(view === 'accounts' ? 'vat' : view, reportQuery(search)).data;
  const change = (next: Record<string, string | undefined>) =>
    onSearch(readReportsSearch({ ...search, ...next }));
  const hasSessions = view !== 'fairness' && view !== 'accounts';
  return (
    <Page title={t('title')} lead={isStaff ? t('lead') : t('ownLead')} wide>
      <nav aria-label={t('views')}>
        <ul className="report-views">
          {views
            .filter(one => isStaff || (one !== 'fairness' && one !== 'accounts'))
            .map(one => (
              <li key={one}>
                <Link
                  to="."
                  search={readReportsSearch({
                    ...search,
                    ansicht: nameOfView(one),
                    nach: '',
                    balken: '',
                    einzeln: '',
                  })}
                  className="report-view"
                  // Which one is shown is said here: the router takes the shortest address for a part of each other.
                  activeOptions={{ exact: true, includeSearch: true }}
                  aria-current={one === view ? 'page' : undefined}
                >
                  {t(`view.${one}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <ReportFilters search={search} shown={shown} isStaff={isStaff} onChange={change} />
      <ReportSection search={search} isStaff={isStaff} onChange={change} />
      {view === 'accounts' && shown && <Accounts from={shown.from} to={shown.to} />}
      {hasSessions && !search.einzeln && (
        <p>
          <Button onPress={() => onSearch({ ...search, einzeln: true })}>{t('drillAll')}</Button>
        </p>
      )}
      {hasSessions && search.einzeln && (
        <SessionsBehind
          search={search}
          isStaff={isStaff}
          onClose={() => onSearch(readReportsSearch({ ...search, einzeln: '' }))}
        />
      )}
    </Page>
  );
}
