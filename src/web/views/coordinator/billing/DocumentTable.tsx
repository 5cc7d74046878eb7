import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { Icon } from '../../shared/Icon';
import { BillingTable, Euro } from './BillingTable';
import { canBeCancelled, type DocumentRow, fileOf } from './documents';

interface Props {
  rows: readonly DocumentRow[];
  onCancel: (document: DocumentRow) => void;
}

export function DocumentTable({ rows, onCancel }: Props) {
  const { t } = useTranslation('documents');
  return (
    <Card title={t('list')}>
      <BillingTable
        caption={t('list')}
        head={[
          { key: 'number', text: t('number') },
          { key: 'who', text: t('who') },
          { key: 'issuedOn', text: t('issuedOn') },
          { key: 'services', text: t('services') },
          { key: 'net', text: t('net'), isFigure: true },
          { key: 'tax', text: t('tax'), isFigure: true },
          { key: 'gross', text: t('gross'), isFigure: true },
          { key: 'actions', text: t('actions') },
        ]}
      >
        {rows.map(row => (
          <Row key={row.id} row={row} onCancel={() => onCancel(row)} />
        ))}
      </BillingTable>
    </Card>
  );
}

function Row({ row, onCancel }: { row: DocumentRow; onCancel: () => void }) {
  const { t } = useTranslation('documents');
  const billing = useTranslation('billing').t;
  const { number, cancelledBy, cancels } = row;
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{number}</span>
        <span className="cell-sub">{t(`kind.${row.kind}`)}</span>
        {cancelledBy && <Badge tone="warning">{t('cancelledBy', { number: cancelledBy })}</Badge>}
        {cancels && <Badge>{t('cancels', { number: cancels })}</Badge>}
      </th>
      <td data-label={t('who')}>
        {row.side === 'interpreter' ? billing('number', { number: row.party }) : row.party}
      </td>
      <td data-label={t('issuedOn')}>
        {dateText(row.issuedOn)}
        {row.dueOn && <span className="cell-sub">{t('due', { day: dateText(row.dueOn) })}</span>}
      </td>
      <td data-label={t('services')}>
        {row.fromDay === row.untilDay
          ? dateText(row.fromDay)
          : billing('period', { from: dateText(row.fromDay), until: dateText(row.untilDay) })}
      </td>
      <Euro label={t('net')} value={row.net} />
      <Euro label={t('tax')} value={row.tax} />
      <Euro label={t('gross')} value={row.gross} isStrong />
      <td className="cell-wide">
        <div className="billing-actions">
          <File row={row} format="pdf" />
          <File row={row} format="xml" />
          {canBeCancelled(row) && (
            <Button small look="tertiary" aria-label={t('cancelNamed', { number })} onPress={onCancel}>
              {t('cancel.act')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function File({ row, format }: { row: DocumentRow; format: 'xml' | 'pdf' }) {
  const { t } = useTranslation('documents');
  return (
    <a
      className="kern-btn kern-btn--secondary link-button btn-small"
      href={fileOf(row, format)}
      download
      aria-label={t(`${format}Named`, { number: row.number })}
    >
      <Icon svg={download} size={20} />
      <span className="kern-label">{format.toUpperCase()}</span>
    </a>
  );
}
