import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ComboField } from '../shared/ComboField';
import { ErrorAlert } from '../shared/ErrorAlert';
import { unitsQuery } from './units';

interface Props {
  value: string | null;
  onChange: (unit: string | null) => void;
  isInvalid: boolean;
}

/** For whom a coordinator books. */
export function UnitField({ value, onChange, isInvalid }: Props) {
  const { t } = useTranslation('appointments');
  const { data, error, refetch } = useQuery(unitsQuery);
  if (error) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const items = data
    .map(({ unitId, name, customerName }) => ({ id: unitId, text: `${name}, ${customerName}` }))
    .sort((a, b) => a.text.localeCompare(b.text, 'de'));
  return (
    <div>
      <ComboField
        label={t('form.unit')}
        hint={t('form.unitHint')}
        items={items}
        defaultSelectedKey={value}
        isInvalid={isInvalid}
        validationBehavior="aria"
        onSelectionChange={key => onChange(key === null ? null : String(key))}
      />
      {isInvalid && (
        <p className="field-error" role="alert">
          {t('form.unitMissing')}
        </p>
      )}
    </div>
  );
}
