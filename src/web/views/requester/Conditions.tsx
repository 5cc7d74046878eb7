import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { SelectField } from '../shared/SelectField';
import type { RequestForm, Strength } from './requestForm';

interface Props {
  form: RequestForm;
  change: (next: Partial<RequestForm>) => void;
  varieties: readonly string[];
  /** A choice of people who have interpreted before; without it one can only take back whom one named. */
  person?: ReactNode;
  strengths?: readonly Strength[];
}

const liveStrengths: Strength[] = ['must', '30', '60', '120', 'wish'];
const genders = ['any', 'female', 'male', 'diverse'] as const;
const levels = ['any', '1', '2', '3', '4', '5'] as const;

/** What the interpreter should bring; how binding that is, is asked only for what was chosen. */
export function Conditions({ form, change, varieties, person, strengths = liveStrengths }: Props) {
  const { t } = useTranslation(['requester', 'waiting']);
  const all = { form, change, strengths };
  return (
    <>
      <Condition of="gender" isOn={form.gender !== 'any'} {...all}>
        <SelectField
          label={t('requester:form.gender')}
          value={form.gender}
          options={genders.map(value => ({ value, label: t(`requester:form.genders.${value}`) }))}
          onChange={gender => change({ gender: gender as RequestForm['gender'] })}
        />
      </Condition>
      <Condition of="level" isOn={form.level !== 'any'} {...all}>
        <SelectField
          label={t('requester:form.level')}
          value={form.level}
          options={levels.map(value => ({ value, label: t(`requester:form.levels.${value}`) }))}
          onChange={level => change({ level: level as RequestForm['level'] })}
        />
      </Condition>
      {varieties.length > 0 && (
        <Condition of="variety" isOn={form.variety !== null} {...all}>
          <SelectField
            label={t('requester:form.variety')}
            value={form.variety ?? ''}
            options={[
              { value: '', label: t('requester:form.varietyAny') },
              ...varieties.map(value => ({ value, label: value })),
            ]}
            onChange={variety => change({ variety: variety || null })}
          />
        </Condition>
      )}
      <Condition of="sworn" isOn={form.sworn} {...all}>
        <CheckField
          label={t('requester:form.sworn')}
          hint={t('requester:form.swornHint')}
          isSelected={form.sworn}
          onChange={sworn => change({ sworn })}
        />
      </Condition>
      <Condition of="field" isOn={form.fieldKnown} {...all}>
        <CheckField
          label={t('requester:form.fieldKnown')}
          isSelected={form.fieldKnown}
          onChange={fieldKnown => change({ fieldKnown })}
        />
      </Condition>
      {(person || form.again) && (
        <Condition of="again" isOn={form.again !== null} {...all}>
          {person ?? (
            <CheckField
              label={t('waiting:wished', { number: form.again?.number ?? '' })}
              isSelected
              onChange={() => change({ again: null })}
            />
          )}
        </Condition>
      )}
    </>
  );
}

interface ConditionProps {
  of: 'gender' | 'level' | 'variety' | 'sworn' | 'field' | 'again';
  isOn: boolean;
  form: RequestForm;
  change: (next: Partial<RequestForm>) => void;
  strengths: readonly Strength[];
  children: ReactNode;
}

/** One choice and, once it is made, whether it is a must, a wish for so long, or only a preference. */
function Condition({ of, isOn, form, change, strengths, children }: ConditionProps) {
  const { t } = useTranslation('requester');
  const name = `${of}Strength` as const;
  return (
    <div className="pair">
      {children}
      {isOn && (
        <SelectField
          label={t(`form.${name}`)}
          value={form[name]}
          options={strengths.map(value => ({ value, label: t(`form.strengths.${value}`) }))}
          onChange={strength => change({ [name]: strength as Strength })}
        />
      )}
    </div>
  );
}
