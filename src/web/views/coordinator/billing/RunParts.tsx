import { useTranslation } from 'react-i18next';
import { Badge } from '../../shared/Badge';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import type { Side } from '../tariffs/tariffs';
import { BillingTable } from './BillingTable';
import { FindingList } from './FindingList';
import type { RunPart } from './runs';
import { partTones } from './runTones';

/** Party by party: issued, or why not. */
export function RunParts({ side, parts }: { side: Side; parts: readonly RunPart[] }) {
  const { t } = useTranslation('runs');
  if (parts.length === 0)
    return (
      <Card>
        <EmptyState title={t('run.emptyTitle')}>{t('run.emptyText')}</EmptyState>
      </Card>
    );
  return (
    <Card title={t('run.parts')}>
      <BillingTable
        caption={t('run.parts')}
        head={[
          { key: 'part', text: t('run.part') },
          { key: 'state', text: t('run.state') },
          { key: 'why', text: t('run.why') },
        ]}
      >
        {parts.map(part => (
          <tr key={part.partyId}>
            <th scope="row">{part.name}</th>
            <td data-label={t('run.state')}>
              <Badge tone={partTones[part.state]}>{t(`run.states.${part.state}`)}</Badge>
            </td>
            <td className="cell-wide">
              {part.reasons && part.reasons.length > 0 && (
                <FindingList
                  findings={part.reasons}
                  side={side}
                  party={{ id: part.partyId, name: part.name }}
                />
              )}
            </td>
          </tr>
        ))}
      </BillingTable>
    </Card>
  );
}
