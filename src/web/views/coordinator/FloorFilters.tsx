import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { useLanguages } from '../shared/languages';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { useFloor, useRows } from './floor';
import { type DutyState, dutyStates, type FloorSearch } from './floorSearch';
import type { TablePart } from './tablePart';

/** Search, language and state. All of it stands in the address, so that a view can be sent as a link. */
export function FloorFilters({ search, onSearch }: Omit<TablePart, 'onAct'>) {
  const { t } = useTranslation('coordinator');
  const isFiltered = Boolean(search.suche || search.sprache || search.status);
  const put = (change: { [K in keyof FloorSearch]: FloorSearch[K] | '' }) =>
    onSearch(
      Object.fromEntries(
        Object.entries(change).map(([key, value]) => [key, value || undefined]),
      ) as FloorSearch,
    );
  return (
    <search className="floor-filters" aria-label={t('filter.label')}>
      <TextField
        label={t('filter.search')}
        type="search"
        value={search.suche ?? ''}
        onChange={suche => put({ suche })}
      />
      <SelectField
        label={t('filter.language')}
        value={search.sprache ?? ''}
        options={useLanguageOptions(search.sprache)}
        onChange={sprache => put({ sprache })}
      />
      <SelectField
        label={t('filter.state')}
        value={search.status ?? ''}
        options={useStateOptions()}
        onChange={status => put({ status: status as DutyState | '' })}
      />
      {isFiltered && (
        <Button look="tertiary" onPress={() => put({ suche: '', sprache: '', status: '' })}>
          {t('filter.reset')}
        </Button>
      )}
    </search>
  );
}

/** Only languages that somebody on the floor needs or speaks, and the chosen one. */
function useLanguageOptions(chosen: string | undefined) {
  const { t } = useTranslation('coordinator');
  const languageOf = useLanguages();
  const floor = useFloor();
  const requests = useRows(floor.requests);
  const interpreters = useRows(floor.interpreters);
  return useMemo(() => {
    const codes = new Set([
      ...requests.map(row => row.language),
      ...interpreters.flatMap(row => row.languages),
      ...(chosen ? [chosen] : []),
    ]);
    const names = [...codes].map(code => ({ value: code, label: languageOf(code).germanName }));
    names.sort((a, b) => a.label.localeCompare(b.label, 'de'));
    return [{ value: '', label: t('filter.allLanguages') }, ...names];
  }, [requests, interpreters, chosen, languageOf, t]);
}

function useStateOptions() {
  const { t } = useTranslation('coordinator');
  const { t: word } = useTranslation('words');
  return [
    { value: '', label: t('filter.onDuty') },
    ...dutyStates.map(state => ({
      value: state,
      label: word(`presence.${state}`),
    })),
  ];
}
