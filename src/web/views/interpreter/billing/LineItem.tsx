import { useTranslation } from 'react-i18next';
import { formatDate, formatEuro, formatNumber, formatPrice } from '../../../i18n/format';
import { Badge, type Tone } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import type { DisputeState } from '../../shared/disputes';
import { toastError } from '../../shared/toasts';
import { type EarnedLine, type OwnDispute, takeBack } from './myBilling';
import { useSend } from './useSend';

interface Props {
  line: EarnedLine;
  canDispute: boolean;
  onDispute: () => void;
}

/** One line: how much of what at which price, why, and what one has said against it. */
export function LineItem({ line, canDispute, onDispute }: Props) {
  const { t } = useTranslation(['earnings', 'disputes']);
  const { quantity, unit, unitPrice, net, explanation, dispute } = line;
  return (
    <li className="earned-line">
      <p className="earned-words">
        {explanation}
        <span className="cell-sub">
          {t('disputes:amount', {
            quantity: formatNumber(quantity),
            unit: t(`disputes:unit.${unit}`),
            price: formatPrice(unitPrice),
          })}
        </span>
      </p>
      <span className="earned-net">{formatEuro(net)}</span>
      {dispute && <DisputeNote dispute={dispute} />}
      {canDispute && dispute?.state !== 'open' && (
        <Button
          small
          look="tertiary"
          aria-label={t('dispute.actNamed', { line: explanation })}
          onPress={onDispute}
        >
          {t('dispute.act')}
        </Button>
      )}
    </li>
  );
}

const tones = {
  open: 'warning',
  accepted: 'success',
  rejected: 'danger',
  taken_back: 'neutral',
} as const satisfies Record<DisputeState, Tone>;

function DisputeNote({ dispute }: { dispute: OwnDispute }) {
  const { t } = useTranslation(['earnings', 'disputes']);
  const { state, reason, words, answerBy, answer, id } = dispute;
  const back = useSend(takeBack, t('dispute.tookBack'));
  return (
    <div className="earned-dispute">
      <Badge tone={tones[state]}>{t(`disputes:state.${state}`)}</Badge>
      <p>
        {t('dispute.own', {
          reason: t(`disputes:reason.${reason}`),
          words: words ?? t('disputes:forgotten'),
        })}
      </p>
      {answer && <p>{t('dispute.answer', { answer })}</p>}
      {state === 'open' && (
        <>
          <p className="muted">{t('dispute.until', { day: formatDate(answerBy) })}</p>
          <Button
            small
            look="tertiary"
            isPending={back.isPending}
            onPress={() => back.mutate(id, { onError: toastError })}
          >
            {t('dispute.takeBack')}
          </Button>
        </>
      )}
    </div>
  );
}
