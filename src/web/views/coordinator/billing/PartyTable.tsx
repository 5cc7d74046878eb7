import { useTranslation } from 'react-i18next';
import { Badge } from '../../shared/Badge';
import { LinkButton } from '../../shared/LinkButton';
import type { Side } from '../tariffs/tariffs';
import { BillingTable } from './BillingTable';
import { gapsOf, type PartyOverview } from './parties';

/** Who may stand on documents, and what is missing for that. */
export function PartyTable({ side, rows }: { side: Side; rows: readonly PartyOverview[] }) {
  const { t } = useTranslation('parties');
  const billing = useTranslation('billing').t;
  return (
    <BillingTable
      caption={billing(`sides.${side}`)}
      head={[
        { key: 'name', text: t('name') },
        { key: 'state', text: t('state') },
        { key: 'action', text: t('action') },
      ]}
    >
      {rows.map(row => (
        <Row key={row.id} side={side} row={row} />
      ))}
    </BillingTable>
  );
}

const place = {
  customer: '/disposition/abrechnung/stammdaten/auftraggeber/$id',
  interpreter: '/disposition/abrechnung/stammdaten/dolmetschende/$id',
} as const;

function Row({ side, row }: { side: Side; row: PartyOverview }) {
  const { t } = useTranslation('parties');
  const gaps = gapsOf(row);
  const act = row.hasData ? ('change' as const) : ('fill' as const);
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{row.name}</span>
        {row.number && <span className="cell-sub">{row.number}</span>}
      </th>
      <td data-label={t('state')}>
        <div className="billing-actions">
          {gaps.length === 0 && <Badge tone="success">{t('complete')}</Badge>}
          {gaps.map(gap => (
            <Badge key={gap} tone="warning">
              {t(gap)}
            </Badge>
          ))}
        </div>
      </td>
      <td>
        <LinkButton
          small
          to={place[side]}
          params={{ id: row.id }}
          aria-label={t(`${act}Named`, { name: row.name })}
        >
          {t(act)}
        </LinkButton>
      </td>
    </tr>
  );
}
