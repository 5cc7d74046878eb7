import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { CheckField } from '../../shared/CheckField';
import { Euro } from './BillingTable';
import type { EntryAction } from './EntryCard';
import { type BankEntry, certaintyTones, isBookable, type Match } from './money';

interface Props {
  one: BankEntry;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  onAction: (kind: EntryAction['kind']) => void;
}

export function EntryRow({ one, isTicked, onTick, onAction }: Props) {
  const { t } = useTranslation('money');
  const { entry, match } = one;
  const named = { amount: formatEuro(entry.amount), payer: entry.payerName ?? t('unknownPayer') };
  return (
    <tr>
      <th scope="row">
        {isBookable(one) ? (
          <CheckField label={t('chooseNamed', named)} isSelected={isTicked} onChange={onTick} />
        ) : (
          <span className="cell-main">{named.amount}</span>
        )}
        <span className="cell-sub">{dateText(entry.bookedOn)}</span>
      </th>
      <td data-label={t('payer')}>
        {named.payer}
        {entry.payerIban && <span className="cell-sub money-iban">{entry.payerIban}</span>}
      </td>
      <td data-label={t('remittance')} className="money-text">
        {entry.remittance}
      </td>
      <Euro label={t('gross')} value={entry.amount} isStrong />
      <td data-label={t('proposal')}>
        {match ? <Proposal match={match} /> : <Badge tone="warning">{t('returned')}</Badge>}
        {!match && <span className="cell-sub">{t('returnedText')}</span>}
      </td>
      <td className="cell-wide">
        <div className="billing-actions">
          {match ? (
            <Button small aria-label={t('assignNamed', named)} onPress={() => onAction('assign')}>
              {t('assign')}
            </Button>
          ) : (
            <Button small aria-label={t('returnNamed', named)} onPress={() => onAction('return')}>
              {t('return')}
            </Button>
          )}
          <Button
            small
            look="tertiary"
            aria-label={t('dismissNamed', named)}
            onPress={() => onAction('dismiss')}
          >
            {t('dismiss')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function Proposal({ match: { certainty, parts, rest } }: { match: Match }) {
  const { t } = useTranslation('money');
  return (
    <>
      <Badge tone={certaintyTones[certainty]}>{t(`certainty.${certainty}`)}</Badge>
      {parts.map(({ documentId, number, amount }) => (
        <span key={documentId} className="cell-sub">
          {t('part', { number, amount: formatEuro(amount) })}
        </span>
      ))}
      {parts.length > 0 && rest > 0 && (
        <span className="cell-sub">{t('restOf', { rest: formatEuro(rest) })}</span>
      )}
    </>
  );
}
