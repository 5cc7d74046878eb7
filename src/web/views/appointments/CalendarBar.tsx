import before from '@material-symbols/svg-400/rounded/chevron_left.svg?raw';
import after from '@material-symbols/svg-400/rounded/chevron_right.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useMe } from '../shared/access';
import { Button } from '../shared/Button';
import { SelectField } from '../shared/SelectField';
import { periodOf, turn } from './calendarGrid';
import {
  type CalendarSearch,
  type CalendarView,
  type ShownState,
  shownStates,
  views,
} from './calendarSearch';
import { dateText, monthText } from './timeText';
import { unitsQuery } from './units';
import type { Day } from './wallTime';

interface Props {
  search: CalendarSearch;
  view: CalendarView;
  day: Day;
  today: Day;
  onSearch: (change: Partial<Record<keyof CalendarSearch, string>>) => void;
}

/** View, period and what is shown of it. */
export function CalendarBar({ search, view, day, today, onSearch }: Props) {
  const { t } = useTranslation('appointments');
  const { from, to } = periodOf(view, day);
  const go = (to: Day) => onSearch({ tag: to === today ? '' : to });
  return (
    <div className="calendar-bar">
      <ToggleButtonGroup
        className="view-switch"
        aria-label={t('calendar.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys => onSearch({ ansicht: String([...keys][0]) })}
      >
        {views.map(id => (
          <ToggleButton key={id} id={id} className="view-choice">
            {t(`calendar.views.${id}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="calendar-turn">
        <Button
          look="tertiary"
          icon={before}
          aria-label={t(`calendar.before.${view}`)}
          onPress={() => go(turn(view, day, -1))}
        />
        <h2 className="calendar-period" aria-live="polite">
          {view === 'monat'
            ? monthText(day)
            : t('calendar.period', { from: dateText(from), to: dateText(to) })}
        </h2>
        <Button
          look="tertiary"
          icon={after}
          aria-label={t(`calendar.after.${view}`)}
          onPress={() => go(turn(view, day, 1))}
        />
        <Button small isDisabled={day === today} onPress={() => go(today)}>
          {t('calendar.today')}
        </Button>
      </div>
      <search className="calendar-filters">
        <UnitFilter search={search} onSearch={onSearch} />
        <SelectField
          label={t('calendar.state')}
          value={search.zustand ?? ''}
          options={[
            { value: '', label: t('calendar.allStates') },
            ...(Object.keys(shownStates) as ShownState[]).map(value => ({
              value,
              label: t(`calendar.states.${value}`),
            })),
          ]}
          onChange={zustand => onSearch({ zustand })}
        />
      </search>
    </div>
  );
}

/** Only where the customer has more units than one. */
function UnitFilter({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const { t } = useTranslation('appointments');
  const own = useMe()?.unitId;
  const units = useQuery(unitsQuery).data ?? [];
  if (units.length < 2) return null;
  return (
    <SelectField
      label={t('calendar.unit')}
      value={search.stelle ?? own ?? ''}
      options={[
        ...units.map(({ unitId, name }) => ({
          value: unitId,
          label: unitId === own ? t('calendar.ownUnit', { name }) : name,
        })),
        { value: 'alle', label: t('calendar.allUnits') },
      ]}
      onChange={stelle => onSearch({ stelle: stelle === own ? '' : stelle })}
    />
  );
}
