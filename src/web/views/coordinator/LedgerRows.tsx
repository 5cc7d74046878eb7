import why from '@material-symbols/svg-400/rounded/help.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed } from '../../i18n/format';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { useLanguages } from '../shared/languages';
import type { Ledger } from './ledger';
import { ReasonsDialog } from './ReasonsDialog';
import { WideTable } from './ReportPage';

/** The newest of them one by one; who asked is not in it. */
export function LedgerRows({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation(['ledger', 'words', 'reasons']);
  const [asked, setAsked] = useState<string | null>(null);
  const nameOf = useLanguages();
  const { rows, total } = ledger;
  return (
    <Card title={t('ledger:rows')}>
      {total > rows.length && <p className="muted">{t('ledger:rowsShown', { count: rows.length })}</p>}
      <WideTable className="ledger-rows">
        <thead>
          <tr>
            <th scope="col">{t('ledger:at')}</th>
            <th scope="col">{t('ledger:language')}</th>
            <th scope="col">{t('ledger:cause')}</th>
            <th scope="col">{t('ledger:customer')}</th>
            <th scope="col">{t('ledger:field')}</th>
            <th scope="col">{t('ledger:waited')}</th>
            <th scope="col">{t('ledger:afterwards')}</th>
            <th scope="col">
              <span className="sr-only">{t('reasons:open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{formatDateTime(row.requestedAt)}</th>
              <td>
                <span className="cell-main">{nameOf(row.language).germanName}</span>
                <span className="cell-sub">{t(`words:modality.${row.modality}`)}</span>
              </td>
              <td>{t(`words:unserved.${row.cause}`)}</td>
              <td>
                <span className="cell-main">{row.customerName}</span>
                <span className="cell-sub">{row.unitName}</span>
              </td>
              <td>
                {t(`words:field.${row.field}`)}
                {row.priority !== 'normal' && (
                  <span className="cell-sub">{t(`words:priority.${row.priority}`)}</span>
                )}
              </td>
              <td className="cell-figure">{formatElapsed(row.waitedSeconds)}</td>
              <td>
                {[
                  row.helpAsked && t('ledger:helpAsked'),
                  row.callback && t(`ledger:callback.${row.callback}`),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </td>
              <td className="cell-actions">
                <Button
                  small
                  look="tertiary"
                  icon={why}
                  aria-label={t('reasons:openNamed', {
                    language: nameOf(row.language).germanName,
                    unit: row.unitName,
                  })}
                  onPress={() => setAsked(row.id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {asked && <ReasonsDialog requestId={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
