import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { languagesQuery } from '../shared/languages';
import { SelectField } from '../shared/SelectField';
import { PeriodFields } from './PeriodFields';
import { unitsQuery } from './reports';
import { type By, byOf, bys, type ReportsSearch, viewOf, withinChoices } from './reportsSearch';

interface Props {
  search: ReportsSearch;
  shown: { from: string; to: string } | undefined;
  isStaff: boolean;
  onChange: (change: Record<string, string | undefined>) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Period, by what, and of what. All of it lives in the address. */
export function ReportFilters({ search, shown, isStaff, onChange }: Props) {
  const { t } = useTranslation(['reports', 'words']);
  const view = viewOf(search);
  const hasParts = view !== 'fairness' && view !== 'accounts';
  const choices = bys.filter(
    by => (by !== 'cause' || view === 'unserved') && (isStaff || (by !== 'customer' && by !== 'day')),
  );
  return (
    <search className="ledger-filters">
      <PeriodFields search={search} shown={shown} isStaff={isStaff} onChange={onChange} />
      {hasParts && (
        <>
          <SelectField
            label={t('reports:by')}
            value={byOf(search) ?? ''}
            options={choices.map((by: By) => ({ value: by, label: t(`reports:bys.${by}`) }))}
            onChange={nach => onChange({ nach })}
          />
          <PartyFields search={search} isStaff={isStaff} onChange={onChange} />
          <LanguageField search={search} onChange={onChange} />
          <SelectField
            label={t('reports:modality')}
            value={search.art ?? ''}
            options={[
              { value: '', label: t('reports:allModalities') },
              { value: 'video', label: t('words:modality.video') },
              { value: 'audio', label: t('words:modality.audio') },
            ]}
            onChange={art => onChange({ art })}
          />
          <SelectField
            label={t('reports:hour')}
            value={search.stunde ?? ''}
            options={[
              { value: '', label: t('reports:allHours') },
              ...hours.map(hour => ({
                value: `${hour}`,
                label: t('reports:hourOf', { from: hour, to: hour + 1 }),
              })),
            ]}
            onChange={stunde => onChange({ stunde })}
          />
        </>
      )}
      {view === 'service' && (
        <SelectField
          label={t('reports:within')}
          value={search.sekunden ?? '120'}
          options={withinChoices.map(count => ({
            value: `${count}`,
            label: t('reports:withinOf', { count }),
          }))}
          onChange={sekunden => onChange({ sekunden })}
        />
      )}
      <Button
        isDisabled={Object.keys(search).every(key => key === 'ansicht')}
        onPress={() =>
          onChange(
            Object.fromEntries(
              Object.keys(search)
                .filter(key => key !== 'ansicht')
                .map(key => [key, undefined]),
            ),
          )
        }
      >
        {t('reports:reset')}
      </Button>
    </search>
  );
}

function PartyFields({ search, isStaff, onChange }: Pick<Props, 'search' | 'isStaff' | 'onChange'>) {
  const { t } = useTranslation('reports');
  const units = useQuery(unitsQuery).data ?? [];
  const customers = new Map(units.map(unit => [unit.customerId, unit.customerName]));
  const shown = units.filter(unit => !search.auftraggeber || unit.customerId === search.auftraggeber);
  return (
    <>
      {isStaff && (
        <SelectField
          label={t('customer')}
          value={search.auftraggeber ?? ''}
          options={[
            { value: '', label: t('allCustomers') },
            ...sorted([...customers].map(([value, label]) => ({ value, label }))),
          ]}
          onChange={auftraggeber => onChange({ auftraggeber, dienststelle: undefined })}
        />
      )}
      <SelectField
        label={t('unit')}
        value={search.dienststelle ?? ''}
        options={[
          { value: '', label: t('allUnits') },
          ...sorted(
            shown.map(unit => ({
              value: unit.unitId,
              label: isStaff && !search.auftraggeber ? `${unit.customerName}, ${unit.name}` : unit.name,
            })),
          ),
        ]}
        onChange={dienststelle => onChange({ dienststelle })}
      />
    </>
  );
}

function LanguageField({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const { t } = useTranslation('reports');
  const languages = useQuery(languagesQuery).data ?? [];
  return (
    <SelectField
      label={t('language')}
      value={search.sprache ?? ''}
      options={[
        { value: '', label: t('allLanguages') },
        ...sorted(languages.map(({ code, germanName }) => ({ value: code, label: germanName }))),
      ]}
      onChange={sprache => onChange({ sprache })}
    />
  );
}

const sorted = <T extends { label: string }>(options: T[]) =>
  options.sort((a, b) => a.label.localeCompare(b.label, 'de'));
