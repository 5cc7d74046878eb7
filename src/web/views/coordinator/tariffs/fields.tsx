import { useTranslation } from 'react-i18next';
import { TextField } from '../../shared/TextField';
import { useTariff } from './tariffForm';

type Unit = 'euro' | 'minutes' | 'percent' | 'hours';

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** As the service names the field. */
  path: string;
  unit: Unit;
  hint?: string;
}

/** A number with its unit, typed as people in Germany type it. */
export function NumberField({ path, unit, hint, ...rest }: Props) {
  const { t } = useTranslation('tariffs');
  const { wrongAt } = useTariff();
  return (
    <div className="tariff-number">
      <TextField
        {...rest}
        {...(hint && { hint })}
        error={wrongAt(path)}
        inputMode={unit === 'minutes' || unit === 'hours' ? 'numeric' : 'decimal'}
        autoComplete="off"
        end={<span className="policy-unit">{t(`unit.${unit}`)}</span>}
      />
    </div>
  );
}

/** What is wrong with a group of fields. */
export function GroupError({ path }: { path: string }) {
  const wrong = useTariff().wrongAt(path);
  return wrong ? (
    <p className="field-error" role="alert">
      {wrong}
    </p>
  ) : null;
}
