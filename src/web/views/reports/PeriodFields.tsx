import { useTranslation } from 'react-i18next';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { berlinToday, periodOf, presetOf, presets } from './periods';
import type { ReportsSearch } from './reportsSearch';

interface Props {
  search: ReportsSearch;
  /** The period that the server took. */
  shown: { from: string; to: string } | undefined;
  /** Others see whole months. */
  isStaff: boolean;
  onChange: (change: Record<string, string | undefined>) => void;
}

/** A usual period, or one of one's own. */
export function PeriodFields({ search, shown, isStaff, onChange }: Props) {
  const { t } = useTranslation('reports');
  const today = berlinToday();
  const choices = presets.filter(preset => isStaff || preset !== 'days28');
  const preset = choices.find(one => one === presetOf(search, today));
  return (
    <>
      <SelectField
        label={t('period')}
        value={preset ?? 'own'}
        options={[
          ...choices.map(value => ({ value, label: t(`presets.${value}`) })),
          ...(preset ? [] : [{ value: 'own', label: t('presets.own') }]),
        ]}
        onChange={value => {
          const chosen = choices.find(one => one === value);
          if (chosen) onChange({ ...periodOf(chosen, today) });
        }}
      />
      <TextField
        type="date"
        label={t('from')}
        value={search.von ?? shown?.from ?? ''}
        onChange={von => onChange({ von, bis: search.bis ?? shown?.to })}
      />
      <TextField
        type="date"
        label={t('to')}
        value={search.bis ?? shown?.to ?? ''}
        onChange={bis => onChange({ von: search.von ?? shown?.from, bis })}
      />
    </>
  );
}
