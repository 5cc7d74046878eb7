import { useTranslation } from 'react-i18next';
import { SelectField } from '../shared/SelectField';
import { type StandbyNote, standbyNotes } from '../shared/standby';
import { TextField } from '../shared/TextField';
import { useLanguageOptions } from './CoverageFilters';
import type { StandbyOrder } from './standby';

const lengths = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const places = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];

interface Props {
  order: StandbyOrder;
  onChange: (change: Partial<StandbyOrder>) => void;
}

/** When, for which language, how many, and what for. */
export function StandbyFields({ order, onChange }: Props) {
  const { t } = useTranslation('standby');
  const languages = useLanguageOptions();
  const [day = '', time = ''] = order.start.split('T');
  return (
    <div className="standby-fields">
      <SelectField
        label={t('language')}
        value={order.language ?? ''}
        options={[{ value: '', label: t('anyLanguage') }, ...languages]}
        onChange={language => onChange({ language: language || null, interpreters: null })}
      />
      <SelectField
        label={t('note')}
        value={order.note}
        options={standbyNotes.map(value => ({ value, label: t(`notes.${value}`) }))}
        onChange={note => onChange({ note: note as StandbyNote })}
      />
      <TextField
        type="date"
        label={t('offer.date')}
        value={day}
        onChange={next => onChange({ start: `${next}T${time}` })}
      />
      <TextField
        type="time"
        label={t('offer.start')}
        value={time}
        onChange={next => onChange({ start: `${day}T${next}` })}
      />
      <SelectField
        label={t('offer.length')}
        value={`${order.minutes}`}
        options={lengths.map(count => ({ value: `${count * 60}`, label: t('offer.hours', { count }) }))}
        onChange={minutes => onChange({ minutes: Number(minutes) })}
      />
      <SelectField
        label={t('places')}
        value={`${order.places}`}
        options={[...new Set([...places, order.places])]
          .sort((a, b) => a - b)
          .map(count => ({ value: `${count}`, label: `${count}` }))}
        onChange={count => onChange({ places: Number(count) })}
      />
    </div>
  );
}
