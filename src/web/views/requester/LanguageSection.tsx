import star from '@material-symbols/svg-400/rounded/star.svg?raw';
import starFilled from '@material-symbols/svg-400/rounded/star-fill.svg?raw';
import { useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon';
import type { CatalogueLanguage } from '../shared/languageFinder';
import { LanguagePicker } from './LanguagePicker';
import type { RequestFormState } from './useRequestForm';

interface Props {
  catalogue: readonly CatalogueLanguage[];
  state: RequestFormState;
  isInvalid: boolean;
}

/** The language, one press away for favourites and what was used last, with what it is confused with. */
export function LanguageSection({ catalogue, state, isInvalid }: Props) {
  const { t } = useTranslation('requester');
  const { form, change, remembered, shortcuts, toggleFavourite } = state;
  const byCode = useMemo(() => new Map(catalogue.map(language => [language.code, language])), [catalogue]);
  const chosen = form.language ? byCode.get(form.language) : undefined;
  const isFavourite = chosen !== undefined && remembered.favourites.includes(chosen.code);
  const near = shortcuts.flatMap(code => byCode.get(code) ?? []).slice(0, 6);
  const choose = (language: string | null) => {
    const signed = language !== null && byCode.get(language)?.modality === 'signed';
    change({ language, variety: null, ...(signed && { modality: 'video' as const }) });
  };
  return (
    <div className="stack-tight">
      <div className="language-line">
        <LanguagePicker
          catalogue={catalogue}
          value={form.language}
          favourites={shortcuts}
          onChange={choose}
          isInvalid={isInvalid}
        />
        {chosen && (
          <ToggleButton
            className="star"
            isSelected={isFavourite}
            onChange={() => toggleFavourite(chosen.code)}
            aria-label={t('form.favourite', { language: chosen.germanName })}
          >
            <Icon svg={isFavourite ? starFilled : star} />
          </ToggleButton>
        )}
      </div>
      {near.length > 0 && (
        <ul className="shortcuts" aria-label={t('form.shortcuts')}>
          {near.map(language => (
            <li key={language.code}>
              <ToggleButton
                className="chip"
                isSelected={language.code === form.language}
                onChange={() => choose(language.code)}
              >
                {remembered.favourites.includes(language.code) && <Icon svg={starFilled} size={18} />}
                {language.germanName}
              </ToggleButton>
            </li>
          ))}
        </ul>
      )}
      {chosen?.warnings.map(warning => (
        <p key={warning.code} className="note-line">
          <span className="strong">{t('form.warning')}:</span> {byCode.get(warning.code)?.germanName}.{' '}
          {warning.note}
        </p>
      ))}
    </div>
  );
}
