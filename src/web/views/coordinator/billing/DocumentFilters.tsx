import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { LinkButton } from '../../shared/LinkButton';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { firstDay } from './documents';
import { partiesQuery } from './parties';
import { type DocumentSearch, sideWords } from './search';

interface Props {
  search: DocumentSearch;
  onSearch: (search: DocumentSearch) => void;
}

/** Side, party and days of issue; all of it lives in the address. */
export function DocumentFilters({ search, onSearch }: Props) {
  const { t } = useTranslation('documents');
  const billing = useTranslation('billing').t;
  const change = (part: Record<string, string>) => onSearch({ ...search, ...part } as DocumentSearch);
  const { auftraggeber: _, person: __, ...ofAnybody } = search;
  return (
    <>
      <search className="ledger-filters">
        <SelectField
          label={billing('side')}
          value={search.seite ?? ''}
          options={[
            { value: '', label: billing('bothSides') },
            ...(['auftraggeber', 'dolmetschende'] as const).map(value => ({
              value,
              label: billing(`sides.${sideWords[value]}`),
            })),
          ]}
          onChange={seite => onSearch({ ...ofAnybody, seite } as DocumentSearch)}
        />
        {search.seite && <PartyField search={search} onChange={change} />}
        <TextField
          type="date"
          label={t('issuedFrom')}
          value={search.von ?? (search.lauf ? '' : firstDay(search))}
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
      {search.lauf && (
        <p className="row">
          {t('ofRun')}{' '}
          <LinkButton small to="/disposition/abrechnung/laeufe/$id" params={{ id: search.lauf }}>
            {t('toRun')}
          </LinkButton>
        </p>
      )}
    </>
  );
}

interface PartyFieldProps {
  search: DocumentSearch;
  onChange: (part: Record<string, string>) => void;
}

/** Those of the chosen side. */
function PartyField({ search, onChange }: PartyFieldProps) {
  const { t } = useTranslation('documents');
  const isCustomer = search.seite === 'auftraggeber';
  const parties = useQuery(partiesQuery(isCustomer ? 'customer' : 'interpreter')).data ?? [];
  return (
    <SelectField
      label={t(isCustomer ? 'party' : 'person')}
      value={(isCustomer ? search.auftraggeber : search.person) ?? ''}
      options={[
        { value: '', label: t(isCustomer ? 'everybody' : 'anybody') },
        ...parties.map(({ id, name, number }) => ({
          value: id,
          label: number ? `${number}, ${name}` : name,
        })),
      ]}
      onChange={id => onChange(isCustomer ? { auftraggeber: id } : { person: id })}
    />
  );
}
