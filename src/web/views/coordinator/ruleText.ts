import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { type RuleSet, textOf, unitOf } from './ruleForm';

type Say = (key: string, values?: object) => string;

/** Names and numbers of the rules in words: "240 Sekunden (4 Minuten)". */
export function useRuleText(set: RuleSet) {
  const { t } = useTranslation('rules');
  // Names of values come from the service; a test holds that each has its texts.
  const own = useTranslation(set.words).t as unknown as Say;
  const parts = { day: 86_400, hour: 3600, minute: 60 } as const;
  const round = (seconds: number, smallest: 'minute' | 'hour') => {
    const part = (['day', 'hour', 'minute'] as const).find(
      one => seconds >= parts[one] && seconds % parts[one] === 0,
    );
    return part && parts[part] >= parts[smallest] ? t(`in.${part}`, { count: seconds / parts[part] }) : null;
  };
  return {
    own,
    nameOf: (name: string) => own(`value.${name}.label`),
    helpOf: (name: string) => own(`value.${name}.help`),
    amountOf: (name: string, value: number) => {
      const unit = unitOf(set, name) ?? 'cases';
      if (unit === 'clock') return t('unit.clock', { time: textOf(unit, value) });
      if (unit === 'reminder' && value === 0) return t('none');
      const amount = t(`unit.${unit === 'reminder' ? 'minutes' : unit}`, {
        count: value,
        replace: { count: formatNumber(value) },
      });
      const rounded =
        unit === 'seconds'
          ? round(value, 'minute')
          : unit === 'minutes' || unit === 'reminder'
            ? round(value * 60, 'hour')
            : null;
      return rounded ? `${amount} (${rounded})` : amount;
    },
  };
}
