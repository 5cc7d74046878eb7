import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { SelectField } from '../shared/SelectField';
import { cannotCome, type StandbyCandidate } from './standby';

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
          {candidates.map(candidate => (
            <CheckField
              key={candidate.id}
              label={`${candidate.name}, ${candidate.number}`}
              hint={candidate.hindrance ? t(`offer.hindrance.${candidate.hindrance}`) : undefined}
              isDisabled={cannotCome(candidate)}
              isSelected={chosen.includes(candidate.id) && !cannotCome(candidate)}
              onChange={on =>
                onChange(on ? [...chosen, candidate.id] : chosen.filter(one => one !== candidate.id))
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
