import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { TextField } from '../shared/TextField';
import { type RuleSet, type RuleValue, textOf, unitOf } from './ruleForm';
import { useRuleText } from './ruleText';

interface Props {
  set: RuleSet;
  name: string;
  value: RuleValue;
  text: string;
  wrong: string | undefined;
  onEdit: (name: string, text: string) => void;
}

/** One rule: what it is, what changing it means for people, its default and its bounds. */
export function RuleField({ set, name, value, text, wrong, onEdit }: Props) {
  const { t } = useTranslation('rules');
  const { own, nameOf, helpOf, amountOf } = useRuleText(set);
  const unit = unitOf(set, name) ?? 'cases';
  const preset = textOf(unit, value.default);
  const bounds = {
    preset: amountOf(name, value.default),
    least: amountOf(name, value.atLeast),
    most: amountOf(name, value.atMost),
  };
  const common = wrong === 'number' || wrong === 'clock' || wrong === 'out_of_bounds' ? wrong : null;
  return (
    <div className="policy-field">
      <TextField
        label={nameOf(name)}
        hint={`${helpOf(name)} ${t('bounds', bounds)}`}
        error={common ? t(`invalid.${common}`, bounds) : wrong && own(`invalid.${wrong}`)}
        inputMode={unit === 'clock' ? 'text' : 'numeric'}
        autoComplete="off"
        value={text}
        onChange={typed => onEdit(name, typed)}
        end={<span className="policy-unit">{t(`unitOnly.${unit}`)}</span>}
      />
      {text.trim() !== preset && (
        <Button
          look="tertiary"
          small
          aria-label={t('resetNamed', { name: nameOf(name) })}
          onPress={event => {
            // The button goes away with the difference; the focus stays with its value.
            event.target.closest('.policy-field')?.querySelector('input')?.focus();
            onEdit(name, preset);
          }}
        >
          {t('reset')}
        </Button>
      )}
    </div>
  );
}
