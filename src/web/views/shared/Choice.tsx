import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Icon } from './Icon';

interface Props<T extends string> {
  label: string;
  value: T | null;
  options: readonly { value: T; text: string; hint?: string; icon?: string; isDisabled?: boolean }[];
  onChange: (value: T) => void;
  error?: string | undefined;
  className?: string;
}

/** Radio buttons as large tiles: all options visible, one press each. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  error,
  className = '',
}: Props<T>) {
  return (
    <RadioGroup
      className={`choice ${className}`}
      value={value}
      onChange={next => onChange(next as T)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label className="kern-label choice-label">{label}</Label>
      <div className="choice-options">
        {options.map(option => (
          <Radio
            key={option.value}
            value={option.value}
            className="choice-option"
            isDisabled={Boolean(option.isDisabled)}
          >
            {option.icon && <Icon svg={option.icon} />}
            <span className="choice-text">
              <span>{option.text}</span>
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </RadioGroup>
  );
}
