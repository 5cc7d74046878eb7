import closeIcon from '@material-symbols/svg-400/rounded/close.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { ComboField } from '../../shared/ComboField';
import { languagesQuery, useLanguages } from '../../shared/languages';
import { groupsOf } from './languageGroups';
import { useTariff } from './tariffForm';

interface Props {
  languages: readonly string[];
  onChange: (languages: string[]) => void;
}

/** Which languages and groups of languages a price is for; none is all of them. */
export function RowLanguages({ languages, onChange }: Props) {
  const { t } = useTranslation('tariffs');
  const { isReadOnly } = useTariff();
  const nameOf = useLanguages();
  const catalogue = useQuery(languagesQuery).data ?? [];
  const [chosen, setChosen] = useState(0);
  const groups = groupsOf(catalogue);
  const labelOf = (one: string) => {
    const group = groups.find(({ key }) => key === one);
    return group ? t('rows.group', { name: group.name }) : nameOf(one).germanName;
  };
  const others = [...groups.map(({ key }) => key), ...catalogue.map(({ code }) => code)].filter(
    one => !languages.includes(one),
  );
  return (
    <div className="stack-small">
      {!isReadOnly && catalogue.length > 0 && (
        <ComboField
          // A new field for the next one: emptied, the old one would open its list again.
          key={chosen}
          autoFocus={chosen > 0}
          menuTrigger="input"
          label={t('rows.languageAdd')}
          items={others.map(one => ({ id: one, text: labelOf(one) }))}
          selectedKey={null}
          onSelectionChange={key => {
            if (!key) return;
            setChosen(chosen + 1);
            onChange([...languages, String(key)]);
          }}
        />
      )}
      {languages.length === 0 ? (
        <p className="muted small">{t('rows.languagesAny')}</p>
      ) : (
        <ul className="tariff-chips" aria-label={t('rows.languages')}>
          {languages.map(code => (
            <li key={code} className="tariff-chip">
              {labelOf(code)}
              {!isReadOnly && (
                <Button
                  small
                  look="tertiary"
                  icon={closeIcon}
                  aria-label={t('rows.languageRemove', { name: labelOf(code) })}
                  onPress={() => onChange(languages.filter(one => one !== code))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {groups
        .filter(({ key }) => languages.includes(key))
        .map(({ key, name, members }) => (
          <p key={key} className="muted small">
            {t('rows.groupMembers', { name, members: members.join(', ') })}
          </p>
        ))}
    </div>
  );
}
