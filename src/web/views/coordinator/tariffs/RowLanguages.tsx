import closeIcon from '@material-symbols/svg-400/rounded/close.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { ComboField } from '../../shared/ComboField';
import { languagesQuery, useLanguages } from '../../shared/languages';
import { useTariff } from './tariffForm';

interface Props {
  languages: readonly string[];
  onChange: (languages: string[]) => void;
}

/** Which languages a price is for; none is all of them. */
export function RowLanguages({ languages, onChange }: Props) {
  const { t } = useTranslation('tariffs');
  const { isReadOnly } = useTariff();
  const nameOf = useLanguages();
  const catalogue = useQuery(languagesQuery).data ?? [];
  const [chosen, setChosen] = useState(0);
  const others = catalogue.filter(({ code }) => !languages.includes(code));
  return (
    <div className="stack-small">
      {!isReadOnly && catalogue.length > 0 && (
        <ComboField
          // A new field for the next one: emptied, the old one would open its list again.
          key={chosen}
          autoFocus={chosen > 0}
          menuTrigger="input"
          label={t('rows.languageAdd')}
          items={others.map(({ code, germanName }) => ({ id: code, text: germanName }))}
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
              {nameOf(code).germanName}
              {!isReadOnly && (
                <Button
                  small
                  look="tertiary"
                  icon={closeIcon}
                  aria-label={t('rows.languageRemove', { name: nameOf(code).germanName })}
                  onPress={() => onChange(languages.filter(one => one !== code))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
