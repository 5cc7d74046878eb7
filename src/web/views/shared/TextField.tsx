import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';

interface Props extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  error?: string | undefined;
  lines?: number;
  /** Stands at the end of the input, for example a button that shows the password. */
  end?: ReactNode;
}

export function TextField({ label, hint, error, lines, end, ...rest }: Props) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(error)}
      className={`kern-form-input ${error ? 'kern-form-input--error' : ''}`}
    >
      <Label className="kern-label">{label}</Label>
      {hint && (
        <Text slot="description" className="kern-hint">
          {hint}
        </Text>
      )}
      <div className="field-row">
        {lines ? (
          <TextArea rows={lines} className="kern-form-input__input" />
        ) : (
          <Input className={`kern-form-input__input ${error ? 'kern-form-input__input--error' : ''}`} />
        )}
        {end}
      </div>
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
