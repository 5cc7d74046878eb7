import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { languagesQuery } from '../shared/languages';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import type { Ledger } from './ledger';
import { causes, type LedgerSearch, readLedgerSearch } from './ledgerSearch';

interface Props {
  search: LedgerSearch;
  ledger: Ledger | undefined;
  onSearch: (search: LedgerSearch) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Period, language, cause and hour; all of them live in the address. */
export function LedgerFilters({ search, ledger, onSearch }: Props) {
  const { t } = useTranslation(['ledger', 'words']);
  const catalogue = useQuery(languagesQuery).data;
  const languages = useMemo(
    () =>
      (catalogue ?? [])
        .map(({ code, germanName }) => ({ value: code, label: germanName }))
        .sort((a, b) => a.label.localeCompare(b.label, 'de')),
    [catalogue],
  );
  const change = (next: Record<string, string>) => onSearch(readLedgerSearch({ ...search, ...next }));
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <search className="ledger-filters">
      <TextField
        type="date"
        label={t('ledger:from')}
        value={search.von ?? ledger?.from ?? ''}
        onChange={von => change({ von })}
      />
      <TextField
        type="date"
        label={t('ledger:to')}
        value={search.bis ?? ledger?.to ?? ''}
        onChange={bis => change({ bis })}
      />
      <SelectField
        label={t('ledger:language')}
        value={search.sprache ?? ''}
        options={[{ value: '', label: t('ledger:allLanguages') }, ...languages]}
        onChange={sprache => change({ sprache })}
      />
      <SelectField
        label={t('ledger:cause')}
        value={search.grund ?? ''}
        options={[
          { value: '', label: t('ledger:allCauses') },
          ...causes.map(value => ({ value, label: t(`words:unserved.${value}`) })),
        ]}
        onChange={grund => change({ grund })}
      />
      <SelectField
        label={t('ledger:hour')}
        value={search.stunde === undefined ? '' : `${search.stunde}`}
        options={[
          { value: '', label: t('ledger:allHours') },
          ...hours.map(hour => ({
            value: `${hour}`,
            label: t('ledger:hourOf', { from: hour, to: hour + 1 }),
          })),
        ]}
        onChange={stunde => change({ stunde })}
      />
      <Button isDisabled={!isNarrowed} onPress={() => onSearch({})}>
        {t('ledger:reset')}
      </Button>
    </search>
  );
}
