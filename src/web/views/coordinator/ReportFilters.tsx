import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { languagesQuery } from '../shared/languages';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import type { PeriodSearch } from './reportSearch';

interface Props {
  search: PeriodSearch;
  /** The period that the server took. */
  shown: { from: string; to: string } | undefined;
  onChange: (change: Record<string, string>) => void;
  onReset: () => void;
  children: ReactNode;
}

/** Period and language, what else a report narrows by, and the way back to everything. All of it lives in the address. */
export function ReportFilters({ search, shown, onChange, onReset, children }: Props) {
  const { t } = useTranslation('ledger');
  const catalogue = useQuery(languagesQuery).data;
  const languages = useMemo(
    () =>
      (catalogue ?? [])
        .map(({ code, germanName }) => ({ value: code, label: germanName }))
        .sort((a, b) => a.label.localeCompare(b.label, 'de')),
    [catalogue],
  );
  return (
    <search className="ledger-filters">
      <TextField
        type="date"
        label={t('from')}
        value={search.von ?? shown?.from ?? ''}
        onChange={von => onChange({ von })}
      />
      <TextField
        type="date"
        label={t('to')}
        value={search.bis ?? shown?.to ?? ''}
        onChange={bis => onChange({ bis })}
      />
      <SelectField
        label={t('language')}
        value={search.sprache ?? ''}
        options={[{ value: '', label: t('allLanguages') }, ...languages]}
        onChange={sprache => onChange({ sprache })}
      />
      {children}
      <Button isDisabled={Object.keys(search).length === 0} onPress={onReset}>
        {t('reset')}
      </Button>
    </search>
  );
}
