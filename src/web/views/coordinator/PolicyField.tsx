import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { TextField } from '../shared/TextField';
import { type PolicyName, type PolicyValue, unitOf, type Violation } from './policyForm';
import { usePolicyText } from './policyText';

interface Props {
  name: PolicyName;
  value: PolicyValue;
  text: string;
  wrong: 'number' | Violation | undefined;
  onEdit: (name: PolicyName, text: string) => void;
}

/** One rule: what it is, what changing it means for people, its default and its bounds. */
export function PolicyField({ name, value, text, wrong, onEdit }: Props) {
  const { t } = useTranslation('policy');
  const { nameOf, amountOf } = usePolicyText();
  const bounds = {
    preset: amountOf(name, value.default),
    least: amountOf(name, value.atLeast),
    most: amountOf(name, value.atMost),
  };
  return (
    <div className="policy-field">
      <TextField
        label={nameOf(name)}
        hint={`${t(`value.${name}.help`)} ${t('bounds', bounds)}`}
        error={wrong && t(`invalid.${wrong}`, bounds)}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={typed => onEdit(name, typed)}
        end={<span className="policy-unit">{t(`unitOnly.${unitOf(name)}`)}</span>}
      />
      {text.trim() !== String(value.default) && (
        <Button
          look="tertiary"
          small
          aria-label={t('resetNamed', { name: nameOf(name) })}
          onPress={event => {
            // The button goes away with the difference; the focus stays with its value.
            event.target.closest('.policy-field')?.querySelector('input')?.focus();
            onEdit(name, String(value.default));
          }}
        >
          {t('reset')}
        </Button>
      )}
    </div>
  );
}
