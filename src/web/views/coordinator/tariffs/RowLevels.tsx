import { useTranslation } from 'react-i18next';
import { CheckField } from '../../shared/CheckField';
import { levels as all, type Level } from './tariffs';

interface Props {
  levels: readonly Level[];
  onChange: (levels: Level[]) => void;
}

/** Which qualifications a price is for; none is all of them. */
export function RowLevels({ levels, onChange }: Props) {
  const { t } = useTranslation('tariffs');
  return (
    <fieldset className="tariff-group">
      <legend className="kern-label">{t('rows.levels')}</legend>
      <p className="muted small">{t('rows.levelsHint')}</p>
      <div className="tariff-checks">
        {all.map(level => (
          <CheckField
            key={level}
            label={t(`rows.level.${level}`)}
            isSelected={levels.includes(level)}
            onChange={isIn => onChange(all.filter(one => (one === level ? isIn : levels.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  );
}
