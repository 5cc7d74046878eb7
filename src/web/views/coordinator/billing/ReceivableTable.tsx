import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { BillingTable, Euro } from './BillingTable';
import { type Receivable, tones } from './money';

interface Props {
  caption: string;
  items: readonly Receivable[];
  onRecord: (invoice: Receivable) => void;
}

/** Invoices and how far they are paid, in the order of the server. */
export function ReceivableTable({ caption, items, onRecord }: Props) {
  const { t } = useTranslation('money');
  return (
    <BillingTable
      caption={caption}
      head={[
        { key: 'number', text: t('number') },
        { key: 'customer', text: t('customer') },
        { key: 'lastDay', text: t('lastDay') },
        { key: 'gross', text: t('gross'), isFigure: true },
        { key: 'paid', text: t('paid'), isFigure: true },
        { key: 'balance', text: t('balance'), isFigure: true },
        { key: 'state', text: t('standing') },
        { key: 'actions', text: t('actions') },
      ]}
    >
      {items.map(item => (
        <tr key={item.id}>
          <th scope="row">
            <span className="cell-main">{item.number}</span>
            <span className="cell-sub">{dateText(item.issuedOn)}</span>
          </th>
          <td data-label={t('customer')}>{item.customer}</td>
          <td data-label={t('lastDay')}>{dateText(item.lastDay)}</td>
          <Euro label={t('gross')} value={item.gross} />
          <Euro label={t('paid')} value={item.paid} />
          <Euro label={t('balance')} value={item.balance} isStrong />
          <td data-label={t('standing')}>
            {item.daysOverdue > 0 ? (
              <Badge tone="danger">{t('daysOverdue', { count: item.daysOverdue })}</Badge>
            ) : (
              <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
            )}
            {item.dunnedOn && (
              <span className="cell-sub">{t('dunnedOn', { day: dateText(item.dunnedOn) })}</span>
            )}
          </td>
          <td className="cell-wide">
            {item.balance > 0 && (
              <Button
                small
                aria-label={t('recordNamed', { number: item.number })}
                onPress={() => onRecord(item)}
              >
                {t('record')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </BillingTable>
  );
}
