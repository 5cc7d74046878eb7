import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  hint?: string;
  isDisabled?: boolean;
}

/** The browser's own select in KERN's look: short lists, every keyboard and screen reader. */
export function SelectField({ label, value, options, onChange, hint, isDisabled }: Props) {
  const id = useId();
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="kern-form-input__select-wrapper">
        <select
          className="kern-form-input__select"
          id={id}
          value={value}
          disabled={isDisabled}
          onChange={event => onChange(event.target.value)}
          {...(hint && { 'aria-describedby': `${id}-hint` })}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
