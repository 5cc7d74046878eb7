import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format';
import { Badge } from '../../shared/Badge';
import { CheckField } from '../../shared/CheckField';
import type { Side } from '../tariffs/tariffs';
import { Euro } from './BillingTable';
import { FindingList } from './FindingList';
import { isBlocked, type PreviewParty } from './runs';

interface Props {
  side: Side;
  party: PreviewParty;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One party: chosen or not, its sums, and what is to be looked at first. */
export function PreviewRow({ side, party, isChosen, onChoose }: Props) {
  const { t } = useTranslation('runs');
  const { name, services, documents, net, tax, gross, unrated, findings } = party;
  const blocked = isBlocked(party);
  return (
    <tr>
      <th scope="row">
        <CheckField label={name} isSelected={isChosen} isDisabled={blocked} onChange={onChoose} />
      </th>
      <td className="cell-figure" data-label={t('preview.services')}>
        {formatNumber(services)}
        {unrated > 0 && <span className="cell-sub">{t('preview.unrated', { count: unrated })}</span>}
      </td>
      <td className="cell-figure" data-label={t('preview.documents')}>
        {formatNumber(documents)}
      </td>
      <Euro label={t('preview.net')} value={net} />
      <Euro label={t('preview.tax')} value={tax} />
      <Euro label={t('preview.gross')} value={gross} isStrong />
      <td className="cell-wide" data-label={t('preview.findings')}>
        {findings.length === 0 ? (
          <Badge tone="success">{t('preview.fine')}</Badge>
        ) : (
          <FindingList findings={findings} side={side} party={party} />
        )}
      </td>
    </tr>
  );
}
