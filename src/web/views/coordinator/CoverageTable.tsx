import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { Card } from '../shared/Card';
import { type Coverage, type CoverageHour, hourAt, shownHours, verdictOf, weekdays } from './coverage';
import { WideTable } from './ReportPage';

/** Hours down, days across. A colour only repeats what stands in words. */
export function CoverageTable({ coverage: { hours } }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  return (
    <Card title={t('table')}>
      <p className="muted small">{t('tableHint')}</p>
      <WideTable className="coverage-table">
        <thead>
          <tr>
            <th scope="col">{t('hour')}</th>
            {weekdays.map(day => (
              <th key={day} scope="col">
                <abbr title={t(`day.d${day}`)}>{t(`dayShort.d${day}`)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownHours(hours).map(hour => (
            <tr key={hour}>
              <th scope="row">
                <span aria-hidden="true">
                  {hour}–{hour + 1}
                </span>
                <span className="sr-only">{t('hourOf', { from: hour, to: hour + 1 })}</span>
              </th>
              {weekdays.map(day => {
                const one = hourAt(hours, day, hour);
                return one ? <HourCell key={day} hour={one} /> : <td key={day} />;
              })}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}

function HourCell({ hour }: { hour: CoverageHour }) {
  const { t } = useTranslation('coverage');
  const verdict = verdictOf(hour);
  const result = useVerdictText(hour);
  return (
    <td className={`coverage-${verdict === 'missing' && hour.gap === 1 ? 'tight' : verdict}`}>
      <span aria-hidden="true">
        <span className="coverage-numbers">
          {hour.needed} / {formatNumber(hour.declared)}
        </span>
        <span className="coverage-verdict">{verdict === 'none' ? '–' : result}</span>
      </span>
      <span className="sr-only">
        {verdict === 'none'
          ? result
          : t('spoken', {
              cases: hour.cases,
              occurrences: hour.occurrences,
              unserved: hour.unserved,
              needed: hour.needed,
              declared: formatNumber(hour.declared),
              result,
            })}
      </span>
    </td>
  );
}

function useVerdictText(hour: CoverageHour): string {
  const { t } = useTranslation('coverage');
  const verdict = verdictOf(hour);
  return verdict === 'missing' ? t('missing', { count: hour.gap }) : t(verdict);
}
