import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { languagesQuery } from '../shared/languages';
import { SelectField } from '../shared/SelectField';
import {
  type CoverageSearch,
  defaults,
  levelChoices,
  readCoverageSearch,
  weekChoices,
  withinChoices,
} from './coverageSearch';

interface Props {
  search: CoverageSearch;
  onSearch: (search: CoverageSearch) => void;
}

/** Language, how far to look back, and what waiting is to be like. All of it lives in the address. */
export function CoverageFilters({ search, onSearch }: Props) {
  const { t } = useTranslation('coverage');
  const languages = useLanguageOptions();
  const change = (next: Record<string, string>) => onSearch(readCoverageSearch({ ...search, ...next }));
  return (
    <search className="ledger-filters">
      <SelectField
        label={t('language')}
        value={search.sprache ?? ''}
        options={[{ value: '', label: t('allLanguages') }, ...languages]}
        onChange={sprache => change({ sprache })}
      />
      <SelectField
        label={t('weeks')}
        value={`${search.wochen ?? defaults.weeks}`}
        options={weekChoices.map(count => ({ value: `${count}`, label: t('weeksOf', { count }) }))}
        onChange={wochen => change({ wochen })}
      />
      <SelectField
        label={t('level')}
        value={`${search.level ?? defaults.level}`}
        options={levelChoices.map(level => ({ value: `${level}`, label: t('levelOf', { level }) }))}
        onChange={level => change({ level })}
      />
      <SelectField
        label={t('within')}
        value={`${search.sekunden ?? defaults.within}`}
        options={withinChoices.map(count => ({ value: `${count}`, label: t('withinOf', { count }) }))}
        onChange={sekunden => change({ sekunden })}
      />
      <Button isDisabled={Object.keys(search).length === 0} onPress={() => onSearch({})}>
        {t('reset')}
      </Button>
    </search>
  );
}

/** All bookable languages by their German names. */
export function useLanguageOptions() {
  const catalogue = useQuery(languagesQuery).data;
  return useMemo(
    () =>
      (catalogue ?? [])
        .map(({ code, germanName }) => ({ value: code, label: germanName }))
        .sort((a, b) => a.label.localeCompare(b.label, 'de')),
    [catalogue],
  );
}
