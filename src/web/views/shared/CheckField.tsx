import check from '@material-symbols/svg-400/rounded/check.svg?raw';
import { useId } from 'react';
import { Checkbox } from 'react-aria-components';
import { Icon } from './Icon';

interface Props {
  label: string;
  hint?: string | undefined;
  isSelected: boolean;
  isDisabled?: boolean;
  onChange: (selected: boolean) => void;
}

export function CheckField({ label, hint, isSelected, isDisabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="check-field">
      <Checkbox
        className="check"
        isSelected={isSelected}
        isDisabled={isDisabled}
        onChange={onChange}
        {...(hint && { 'aria-describedby': id })}
      >
        <span className="check-box">{isSelected && <Icon svg={check} size={20} />}</span>
        {label}
      </Checkbox>
      {hint && (
        <p id={id} className="check-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
