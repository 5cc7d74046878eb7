import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { states } from '../appointments/appointments';
import { unitsQuery } from '../appointments/units';
import type { Day } from '../appointments/wallTime';
import { SelectField } from '../shared/SelectField';
import { type BoardSearch, coverages, readBoardSearch } from './boardSearch';
import { ReportFilters } from './ReportFilters';

interface Props {
  search: BoardSearch;
  period: { from: Day; to: Day };
  onSearch: (search: BoardSearch) => void;
}

/** Period, language, state, coverage and unit. */
export function BoardFilters({ search, period, onSearch }: Props) {
  const { t } = useTranslation('appointments');
  const units = useQuery(unitsQuery).data ?? [];
  const change = (next: Record<string, string>) => onSearch(readBoardSearch({ ...search, ...next }));
  return (
    <ReportFilters search={search} shown={period} onChange={change} onReset={() => onSearch({})}>
      <SelectField
        label={t('calendar.state')}
        value={search.zustand ?? ''}
        options={[
          { value: '', label: t('calendar.allStates') },
          ...states.map(value => ({ value, label: t(`state.${value}`) })),
        ]}
        onChange={zustand => change({ zustand })}
      />
      <SelectField
        label={t('board.coverage')}
        value={search.besetzung ?? ''}
        options={[
          { value: '', label: t('calendar.allStates') },
          ...coverages.map(value => ({ value, label: t(`board.coverages.${value}`) })),
        ]}
        onChange={besetzung => change({ besetzung })}
      />
      <SelectField
        label={t('calendar.unit')}
        value={search.stelle ?? ''}
        options={[
          { value: '', label: t('board.allUnits') },
          ...units
            .map(({ unitId, name, customerName }) => ({ value: unitId, label: `${name}, ${customerName}` }))
            .sort((a, b) => a.label.localeCompare(b.label, 'de')),
        ]}
        onChange={stelle => change({ stelle })}
      />
    </ReportFilters>
  );
}
