import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon';
import { type CatalogueLanguage, findLanguages } from '../shared/languageFinder';
import { htmlLang } from '../shared/languages';

interface Props {
  catalogue: readonly CatalogueLanguage[];
  value: string | null;
  favourites: readonly string[];
  onChange: (code: string | null) => void;
  isInvalid: boolean;
}

const shown = 80;

/** Finds a language by any of its names; the names stand in their own script. */
export function LanguagePicker({ catalogue, value, favourites, onChange, isInvalid }: Props) {
  const { t } = useTranslation('requester');
  const chosen = catalogue.find(language => language.code === value);
  // What is being typed; null while the input shows the chosen language.
  const [typed, setTyped] = useState<string | null>(null);
  const search = useMemo(
    () => findLanguages(typed ?? '', catalogue, favourites),
    [typed, catalogue, favourites],
  );
  const items = useMemo(
    () => search.languages.slice(0, shown).map(language => ({ ...language, id: language.code })),
    [search],
  );
  const choose = (key: Key | null) => {
    if (key === null) return;
    setTyped(null);
    onChange(String(key));
  };
  return (
    <ComboBox
      className="kern-form-input combo language-picker"
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired
      validationBehavior="aria"
      isInvalid={isInvalid}
      items={items}
      inputValue={typed ?? chosen?.germanName ?? ''}
      onInputChange={text => setTyped(text === chosen?.germanName ? null : text)}
      selectedKey={value}
      onSelectionChange={choose}
      onOpenChange={open => !open && setTyped(null)}
    >
      <Label className="kern-label">{t('form.language')}</Label>
      <Text slot="description" className="kern-hint">
        {t('form.languageHint')}
      </Text>
      <div className="field-row">
        <Input
          className={`kern-form-input__input ${isInvalid ? 'kern-form-input__input--error' : ''}`}
          onFocus={event => event.currentTarget.select()}
          spellCheck="false"
          autoComplete="off"
        />
        <Button className="combo-button">
          <Icon svg={expand} />
        </Button>
      </div>
      <FieldError className="field-error">{t('form.languageMissing')}</FieldError>
      <Popover className="popover combo-popover">
        {search.hint && <p className="combo-hint">{search.hint}</p>}
        <ListBox
          className="listbox"
          renderEmptyState={() => <p className="combo-none">{t('form.noLanguage')}</p>}
        >
          {(language: CatalogueLanguage & { id: string }) => (
            <ListBoxItem
              id={language.id}
              textValue={language.germanName}
              className="listbox-item language-item"
            >
              <LanguageRow language={language} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function LanguageRow({ language }: { language: CatalogueLanguage }) {
  return (
    <>
      <span className="language-text">
        <span className="language-name">{language.germanName}</span>
        {language.hint && <span className="language-hint">{language.hint}</span>}
      </span>
      {language.autonym !== language.germanName && (
        <span className="autonym" lang={htmlLang(language.code)} dir={language.dir}>
          {language.autonym}
        </span>
      )}
    </>
  );
}
