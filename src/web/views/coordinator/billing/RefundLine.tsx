import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import type { Refund } from './money';

interface Props {
  refund: Refund;
  customer: string;
  onReverse: () => void;
}

/** What was paid back of a payment, or was to be. */
export function RefundLine({ refund, customer, onReverse }: Props) {
  const { t } = useTranslation('money');
  const { on, amount, reference, reversedOn, reversedBecause } = refund;
  return (
    <span className="cell-line">
      {t('refunded', { day: dateText(on), amount: formatEuro(amount), reference })}{' '}
      {reversedBecause ? (
        <Badge tone="warning">
          {t(`reversed.${reversedBecause}`, { day: reversedOn ? dateText(reversedOn) : '' })}
        </Badge>
      ) : (
        <Button
          small
          look="tertiary"
          aria-label={t('reverseRefundNamed', { amount: formatEuro(amount), customer })}
          onPress={onReverse}
        >
          {t('reverse')}
        </Button>
      )}
    </span>
  );
}
