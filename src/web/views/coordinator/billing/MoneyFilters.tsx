import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { type MoneySearch, readMoneySearch, stands } from './moneySearch';
import { partiesQuery } from './parties';

interface Props {
  search: MoneySearch;
  onSearch: (search: MoneySearch) => void;
}

/** Customer, how far it is paid, and days of issue; all of it lives in the address. */
export function MoneyFilters({ search, onSearch }: Props) {
  const { t } = useTranslation('money');
  const billing = useTranslation('billing').t;
  const customers = useQuery(partiesQuery('customer')).data ?? [];
  const change = (part: Record<string, string>) => onSearch(readMoneySearch({ ...search, ...part }));
  return (
    <search className="ledger-filters">
      <SelectField
        label={t('standing')}
        value={search.stand ?? 'offen'}
        options={stands.map(value => ({ value, label: t(`stand.${value}`) }))}
        onChange={stand => change({ stand })}
      />
      <SelectField
        label={t('customer')}
        value={search.auftraggeber ?? ''}
        options={[
          { value: '', label: t('everybody') },
          ...customers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={auftraggeber => change({ auftraggeber })}
      />
      <TextField
        type="date"
        label={t('issuedFrom')}
        value={search.von ?? ''}
        onChange={von => change({ von })}
      />
      <TextField
        type="date"
        label={t('issuedUntil')}
        value={search.bis ?? ''}
        onChange={bis => change({ bis })}
      />
      <Button isDisabled={Object.keys(search).length === 0} onPress={() => onSearch({})}>
        {billing('reset')}
      </Button>
    </search>
  );
}
