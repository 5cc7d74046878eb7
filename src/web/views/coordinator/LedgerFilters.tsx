import { useTranslation } from 'react-i18next';
import { SelectField } from '../shared/SelectField';
import type { Ledger } from './ledger';
import { causes, type LedgerSearch, readLedgerSearch } from './ledgerSearch';
import { ReportFilters } from './ReportFilters';

interface Props {
  search: LedgerSearch;
  ledger: Ledger | undefined;
  onSearch: (search: LedgerSearch) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Period, language, cause and hour. */
export function LedgerFilters({ search, ledger, onSearch }: Props) {
  const { t } = useTranslation(['ledger', 'words']);
  const change = (next: Record<string, string>) => onSearch(readLedgerSearch({ ...search, ...next }));
  return (
    <ReportFilters search={search} shown={ledger} onChange={change} onReset={() => onSearch({})}>
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
    </ReportFilters>
  );
}
