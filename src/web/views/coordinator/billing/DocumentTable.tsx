import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import { dayOf } from '../../appointments/wallTime';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { Icon } from '../../shared/Icon';
import { BillingTable, Euro } from './BillingTable';
import { canBeCancelled, canBeCorrected, type DocumentRow, fileOf, signOf, type TakeBack } from './documents';

interface Props {
  rows: readonly DocumentRow[];
  onTakeBack: (document: DocumentRow, way: TakeBack) => void;
}

export function DocumentTable({ rows, onTakeBack }: Props) {
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
          <Row key={row.id} row={row} onTakeBack={way => onTakeBack(row, way)} />
        ))}
      </BillingTable>
    </Card>
  );
}

function Row({ row, onTakeBack }: { row: DocumentRow; onTakeBack: (way: TakeBack) => void }) {
  const { t } = useTranslation('documents');
  const billing = useTranslation('billing').t;
  const { number, cancelledBy, cancels, correctedBy, corrects } = row;
  const sign = signOf(row);
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{number}</span>
        <span className="cell-sub">
          {t(row.format === 'zugferd' ? 'asZugferd' : 'asXrechnung', { kind: t(`kind.${row.kind}`) })}
        </span>
        {row.objectedAt && (
          <Badge tone="danger">{t('objected', { day: dateText(dayOf(row.objectedAt)) })}</Badge>
        )}
        {cancelledBy && <Badge tone="warning">{t('cancelledBy', { number: cancelledBy })}</Badge>}
        {cancels && <Badge>{t('cancels', { number: cancels })}</Badge>}
        {correctedBy && <Badge tone="warning">{t('correctedBy', { number: correctedBy })}</Badge>}
        {corrects && <Badge>{t('corrects', { number: corrects })}</Badge>}
      </th>
      <td data-label={t('who')}>
        {row.side === 'interpreter' ? billing('number', { number: row.party }) : row.party}
      </td>
      <td data-label={t('issuedOn')}>
        {dateText(row.issuedOn)}
        {row.dueOn && <span className="cell-sub">{t('due', { day: dateText(row.dueOn) })}</span>}
        {row.side === 'interpreter' && <Delivery row={row} />}
      </td>
      <td data-label={t('services')}>
        {row.fromDay === row.untilDay
          ? dateText(row.fromDay)
          : billing('period', { from: dateText(row.fromDay), until: dateText(row.untilDay) })}
      </td>
      <Euro label={t('net')} value={sign * row.net} />
      <Euro label={t('tax')} value={sign * row.tax} />
      <Euro label={t('gross')} value={sign * row.gross} isStrong />
      <td className="cell-wide">
        <div className="billing-actions">
          <File row={row} format="pdf" />
          <File row={row} format="xml" />
          {canBeCorrected(row) && (
            <Button
              small
              look="tertiary"
              aria-label={t('correctNamed', { number })}
              onPress={() => onTakeBack('correct')}
            >
              {t('correct.act')}
            </Button>
          )}
          {canBeCancelled(row) && (
            <Button
              small
              look="tertiary"
              aria-label={t('cancelNamed', { number })}
              onPress={() => onTakeBack('cancel')}
            >
              {t('cancel.act')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** A Gutschrift must be handed over (§ 14 (2) UStG). */
function Delivery({ row: { announcedAt, fetchedAt } }: { row: DocumentRow }) {
  const { t } = useTranslation('documents');
  return (
    <>
      <span className="cell-sub">
        {announcedAt ? t('announced', { day: dateText(dayOf(announcedAt)) }) : t('notAnnounced')}
      </span>
      <span className="cell-sub">
        {fetchedAt ? t('fetched', { day: dateText(dayOf(fetchedAt)) }) : t('notFetched')}
      </span>
    </>
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
