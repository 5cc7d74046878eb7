import './words';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format';
import { WideTable } from '../coordinator/ReportPage';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { Holds } from './Holds';
import { type Proof, type RetentionClass, retentionQuery } from './retention';

/** What is deleted when and why, what of it was, and what is held back. */
export function RetentionPage() {
  const { t } = useTranslation('retention');
  const query = useQuery(retentionQuery);
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <p>
        <Link to="/verwaltung/aufgaben" className="link">
          {t('toJobs')}
        </Link>
      </p>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Classes classes={query.data.classes} />
          <Holds holds={query.data.holds} />
          <Proofs proofs={query.data.proofs} />
        </>
      )}
    </Page>
  );
}

function Classes({ classes }: { classes: RetentionClass[] }) {
  const { t } = useTranslation('retention');
  return (
    <Card title={t('classes')}>
      <WideTable className="ledger-words">
        <thead>
          <tr>
            {(['kind', 'term', 'start', 'basis', 'due', 'lastRun'] as const).map(column => (
              <th key={column} scope="col" className={column === 'due' ? 'cell-figure' : ''}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(one => (
            <tr key={one.kind}>
              <th scope="row">
                {t(`kinds.${one.kind}`)}
                {one.act === 'anonymise' && <span className="cell-sub">{t('anonymised')}</span>}
              </th>
              <td>{t(one.unit === 'days' ? 'days' : 'years', { count: one.length })}</td>
              <td>{t(`starts.${one.start}`)}</td>
              <td>{one.basis}</td>
              <td className="cell-figure">
                {formatNumber(one.due)}
                {one.held > 0 && <span className="cell-sub">{t('heldToo', { count: one.held })}</span>}
              </td>
              <td>
                {one.lastRun
                  ? t('ran', {
                      time: formatDateTime(one.lastRun.at),
                      count: one.lastRun.counted,
                    })
                  : t('never')}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}

function Proofs({ proofs }: { proofs: Proof[] }) {
  const { t } = useTranslation('retention');
  if (proofs.length === 0)
    return (
      <Card title={t('proofs.title')}>
        <EmptyState title={t('proofs.none')}>{t('proofs.noneText')}</EmptyState>
      </Card>
    );
  return (
    <Card title={t('proofs.title')}>
      <WideTable className="ledger-words">
        <thead>
          <tr>
            <th scope="col">{t('proofs.at')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col" className="cell-figure">
              {t('proofs.counted')}
            </th>
            <th scope="col">{t('proofs.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map(proof => (
            <tr key={`${proof.kind} ${proof.at}`}>
              <td>{formatDateTime(proof.at)}</td>
              <td>{t(`kinds.${proof.kind}`)}</td>
              <td className="cell-figure">{formatNumber(proof.counted)}</td>
              <td>{proof.oldest && formatDateTime(proof.oldest)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}
