import { useTranslation } from 'react-i18next';
import { formatEuro, formatNumber } from '../../../i18n/format';
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
  /** Its disputed services are billed all the same. */
  isWithDisputed: boolean;
  onWithDisputed: (isWith: boolean) => void;
}

/** One party: chosen or not, its sums, and what is to be looked at first. */
export function PreviewRow({ side, party, isChosen, onChoose, isWithDisputed, onWithDisputed }: Props) {
  const { t } = useTranslation('runs');
  const { name, services, documents, net, tax, gross, unrated, findings, disputed, disputedNet } = party;
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
      {documents > 0 ? (
        <>
          <Euro label={t('preview.tax')} value={tax} />
          <Euro label={t('preview.gross')} value={gross} isStrong />
        </>
      ) : (
        // The tax is known once the document can be made.
        (['tax', 'gross'] as const).map(sum => (
          <td key={sum} className="cell-figure muted" data-label={t(`preview.${sum}`)}>
            {t('preview.open')}
          </td>
        ))
      )}
      <td className="cell-wide" data-label={t('preview.findings')}>
        {findings.length === 0 ? (
          <Badge tone="success">{t('preview.fine')}</Badge>
        ) : (
          <FindingList findings={findings} side={side} party={party} />
        )}
        {disputed > 0 && (
          <CheckField
            label={t('preview.disputed', { count: disputed, net: formatEuro(disputedNet) })}
            isSelected={isWithDisputed}
            isDisabled={blocked || !isChosen}
            onChange={onWithDisputed}
          />
        )}
      </td>
    </tr>
  );
}
