import { useTranslation } from 'react-i18next';
import { SelectField } from '../../shared/SelectField';
import type { Draft } from './draft';
import { useTariff } from './tariffForm';
import { lands } from './tariffs';

/** Whose holidays count: a contract may name another Land than the customer's. */
export function HolidaysField() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt } = useTariff();
  return (
    <SelectField
      label={t('holidays.label')}
      hint={t('holidays.hint')}
      value={draft.holidaysOf}
      options={[
        { value: '', label: t('holidays.seat') },
        ...lands.map(land => ({ value: land, label: t(`holidays.lands.${land}`) })),
      ]}
      onChange={land => change({ holidaysOf: land as Draft['holidaysOf'] })}
      error={wrongAt('holidaysOf')}
    />
  );
}
