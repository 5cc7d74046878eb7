import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { type PolicyName, unitOf } from './policyForm';

/** Names and numbers of the rules in words: "240 Sekunden (4 Minuten)". */
export function usePolicyText() {
  const { t } = useTranslation('policy');
  const round = (seconds: number) => {
    if (seconds >= 3600 && seconds % 3600 === 0) return t('hours', { count: seconds / 3600 });
    return seconds >= 60 && seconds % 60 === 0 ? t('minutes', { count: seconds / 60 }) : null;
  };
  return {
    nameOf: (name: PolicyName) => t(`value.${name}.label`),
    amountOf: (name: PolicyName, value: number) => {
      const unit = unitOf(name);
      const amount = t(`unit.${unit}`, { count: value, replace: { count: formatNumber(value) } });
      const rounded = unit === 'seconds' ? round(value) : null;
      return rounded ? `${amount} (${rounded})` : amount;
    },
  };
}
