import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../shared/Badge';
import { CheckField } from '../shared/CheckField';
import { Icon } from '../shared/Icon';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { againSeconds, optionCount, type RequestForm, referenceLength, type Strength } from './requestForm';

interface Props {
  form: RequestForm;
  change: (next: Partial<RequestForm>) => void;
  relatedLanguages: string;
  isReferenceTooLong: boolean;
}

const strengths: Strength[] = ['must', '30', '60', '120', 'wish'];
const genders = ['any', 'female', 'male', 'diverse'] as const;
const levels = ['any', '1', '2', '3', '4', '5'] as const;

/** What few requests need, folded away. */
export function MoreOptions({ form, change, relatedLanguages, isReferenceTooLong }: Props) {
  const { t } = useTranslation(['requester', 'waiting']);
  const box = useRef<HTMLDivElement>(null);
  const count = optionCount(form);
  const strengthOptions = strengths.map(value => ({ value, label: t(`requester:form.strengths.${value}`) }));
  return (
    <Disclosure
      ref={box}
      className="more"
      defaultExpanded={isReferenceTooLong}
      // What opens shall not stay hidden behind the button at the foot.
      onExpandedChange={open =>
        open && requestAnimationFrame(() => box.current?.scrollIntoView({ block: 'nearest' }))
      }
    >
      <Heading className="more-head" level={3}>
        <Button slot="trigger" className="more-trigger">
          <Icon svg={expand} />
          <span>{t('requester:form.more')}</span>
          {count > 0 && <Badge tone="info">{t('requester:form.moreCount', { count })}</Badge>}
        </Button>
      </Heading>
      <DisclosurePanel className="more-panel">
        <div className="pair">
          <SelectField
            label={t('requester:form.gender')}
            value={form.gender}
            options={genders.map(value => ({ value, label: t(`requester:form.genders.${value}`) }))}
            onChange={gender => change({ gender: gender as RequestForm['gender'] })}
          />
          {form.gender !== 'any' && (
            <SelectField
              label={t('requester:form.genderStrength')}
              value={form.genderStrength}
              options={strengthOptions}
              onChange={strength => change({ genderStrength: strength as Strength })}
            />
          )}
        </div>
        <div className="pair">
          <SelectField
            label={t('requester:form.level')}
            value={form.level}
            options={levels.map(value => ({ value, label: t(`requester:form.levels.${value}`) }))}
            onChange={level => change({ level: level as RequestForm['level'] })}
          />
          {form.level !== 'any' && (
            <SelectField
              label={t('requester:form.levelStrength')}
              value={form.levelStrength}
              options={strengthOptions}
              onChange={strength => change({ levelStrength: strength as Strength })}
            />
          )}
        </div>
        <CheckField
          label={t('requester:form.sworn')}
          hint={t('requester:form.swornHint')}
          isSelected={form.sworn}
          onChange={sworn => change({ sworn })}
        />
        <CheckField
          label={t('requester:form.fieldKnown')}
          isSelected={form.fieldKnown}
          onChange={fieldKnown => change({ fieldKnown })}
        />
        {form.again && (
          <CheckField
            label={t('waiting:wished', { number: form.again.number })}
            hint={t('waiting:wishedHint', { count: againSeconds })}
            isSelected
            onChange={() => change({ again: null })}
          />
        )}
        {relatedLanguages && (
          <CheckField
            label={t('requester:form.relatedAllowed')}
            hint={t('requester:form.relatedAllowedHint', { languages: relatedLanguages })}
            isSelected={form.relatedAllowed}
            onChange={relatedAllowed => change({ relatedAllowed })}
          />
        )}
        <TextField
          label={t('requester:form.ownReference')}
          hint={t('requester:form.ownReferenceHint')}
          value={form.ownReference}
          maxLength={referenceLength}
          autoComplete="off"
          onChange={ownReference => change({ ownReference })}
          error={isReferenceTooLong ? t('requester:form.ownReferenceTooLong') : undefined}
        />
      </DisclosurePanel>
    </Disclosure>
  );
}
