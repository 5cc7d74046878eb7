import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { Card } from '../shared/Card';
import { useLanguages } from '../shared/languages';
import { byHour, byLanguage, type Ledger } from './ledger';
import { causes } from './ledgerSearch';
import { WideTable } from './ReportPage';

/** Languages down, causes across. */
export function LedgerFigures({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation(['ledger', 'words']);
  const nameOf = useLanguages();
  const lines = byLanguage(ledger.counts);
  const sums = causes.map((_, at) => lines.reduce((sum, line) => sum + (line.byCause[at] ?? 0), 0));
  return (
    <Card title={t('ledger:byLanguage')} className="ledger-figures">
      <WideTable>
        <thead>
          <tr>
            <th scope="col">{t('ledger:language')}</th>
            {causes.map(cause => (
              <th key={cause} scope="col">
                {t(`words:unserved.${cause}`)}
              </th>
            ))}
            <th scope="col">{t('ledger:all')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.language}>
              <th scope="row">{nameOf(line.language).germanName}</th>
              {causes.map((cause, at) => (
                <td key={cause} className={line.byCause[at] ? undefined : 'muted'}>
                  {formatNumber(line.byCause[at] ?? 0)}
                </td>
              ))}
              <td className="strong">{formatNumber(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ledger:all')}</th>
            {causes.map((cause, at) => (
              <td key={cause}>{formatNumber(sums[at] ?? 0)}</td>
            ))}
            <td className="strong">{formatNumber(ledger.total)}</td>
          </tr>
        </tfoot>
      </WideTable>
    </Card>
  );
}

/** The hours of a day as bars, each with its figure in words. */
export function LedgerHours({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('ledger');
  const hours = byHour(ledger.counts);
  const most = Math.max(1, ...hours);
  return (
    <Card title={t('byHour')}>
      <ol className="ledger-hours">
        {hours.map((count, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
          <li key={hour} title={t('hourShort', { hour, count })}>
            <span
              className="ledger-bar"
              aria-hidden="true"
              style={{ blockSize: `${(count / most) * 100}%` }}
            />
            <span className="ledger-hour" aria-hidden="true">
              {hour % 3 === 0 ? hour : ''}
            </span>
            <span className="sr-only">{t('hourShort', { hour, count })}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
