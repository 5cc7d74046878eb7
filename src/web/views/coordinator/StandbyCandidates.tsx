import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { SelectField } from '../shared/SelectField';
import type { StandbyCandidate } from './standby';

interface Props {
  candidates: readonly StandbyCandidate[];
  /** Null: all who fit. */
  chosen: string[] | null;
  onChange: (chosen: string[] | null) => void;
}

/** All who fit, or some of those who speak the language; what speaks against somebody stands beside. */
export function CandidateChoice({ candidates, chosen, onChange }: Props) {
  const { t } = useTranslation('standby');
  const fitting = candidates.filter(({ hindrance }) => hindrance === null);
  return (
    <>
      <SelectField
        label={t('offer.to')}
        value={chosen ? 'some' : 'all'}
        options={[
          { value: 'all', label: t('offer.toAll') },
          { value: 'some', label: t('offer.toSome') },
        ]}
        onChange={value => onChange(value === 'some' ? [] : null)}
      />
      {chosen === null ? (
        <p role="status">{t('offer.fitting', { count: fitting.length })}</p>
      ) : candidates.length === 0 ? (
        <p>{t('offer.nobody')}</p>
      ) : (
        <fieldset className="standby-people">
          <legend className="kern-label">{t('offer.choose')}</legend>
          {candidates.map(({ id, name, number, hindrance }) => (
            <CheckField
              key={id}
              label={`${name}, ${number}`}
              hint={hindrance ? t(`offer.hindrance.${hindrance}`) : undefined}
              isSelected={chosen.includes(id)}
              onChange={on => onChange(on ? [...chosen, id] : chosen.filter(one => one !== id))}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
