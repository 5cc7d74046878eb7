import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { Card } from '../shared/Card';
import { ratings } from '../shared/call/feedback';
import { byReason, countOf, type FeedbackReport } from './feedbackReport';
import { kinds } from './feedbackSearch';
import { WideTable } from './ReportPage';

/** How it was rated by either side, and what was amiss. */
export function FeedbackFigures({ report: { counts } }: { report: FeedbackReport }) {
  const { t } = useTranslation('feedback');
  const reasons = byReason(counts, kinds);
  return (
    <Card title={t('page.byReason')}>
      <WideTable>
        <thead>
          <tr>
            <th scope="col">{t('page.reason')}</th>
            {kinds.map(kind => (
              <th key={kind} scope="col">
                {t(`page.kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ratings.map(rating => (
            <tr key={rating}>
              <th scope="row" className="strong">
                {t(`rating.${rating}`)}
              </th>
              {kinds.map(kind => (
                <td key={kind} className="strong">
                  {kind === 'complaint' ? '–' : formatNumber(countOf(counts, kind, rating))}
                </td>
              ))}
            </tr>
          ))}
          {reasons.map(line => (
            <tr key={line.reason}>
              <th scope="row">{t(`reason.${line.reason}`)}</th>
              {kinds.map((kind, at) => (
                <td key={kind} className={line.counts[at] ? undefined : 'muted'}>
                  {formatNumber(line.counts[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}

const shares = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });

/** Whoever complains more often than others can be seen here. */
export function FeedbackUnits({ report: { units } }: { report: FeedbackReport }) {
  const { t } = useTranslation('feedback');
  if (units.length === 0) return null;
  return (
    <Card title={t('page.byUnit')}>
      <p className="muted small">{t('page.byUnitHint')}</p>
      <WideTable>
        <thead>
          <tr>
            <th scope="col">{t('page.unit')}</th>
            <th scope="col">{t('page.sessions')}</th>
            <th scope="col">{t('page.complaints')}</th>
            <th scope="col">{t('page.share')}</th>
            <th scope="col">{t('page.poorOnes')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(unit => (
            <tr key={`${unit.customerName} ${unit.unitName}`}>
              <th scope="row">
                <span className="cell-main">{unit.unitName}</span>
                <span className="cell-sub">{unit.customerName}</span>
              </th>
              <td>{formatNumber(unit.sessions)}</td>
              <td className="strong">{formatNumber(unit.complaints)}</td>
              <td>{shares.format(unit.complaints / unit.sessions)}</td>
              <td>{formatNumber(unit.poor)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}
