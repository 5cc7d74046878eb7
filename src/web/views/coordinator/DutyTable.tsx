import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DutyRow } from './DutyRow';
import { FloorTable } from './FloorTable';
import { useFloor, useRows } from './floor';
import { dutyRows } from './floorOrder';
import { dutyColumns, readSorting, writeSorting } from './floorSearch';
import type { TablePart } from './tablePart';

/** The interpreters: what they can take now, and what rings at their place. */
export function DutyTable({ search, onSearch }: Omit<TablePart, 'onAct'>) {
  const { t } = useTranslation('coordinator');
  const rows = useRows(useFloor().interpreters);
  const { dienst } = search;
  const sorting = useMemo(
    () => readSorting(dienst, dutyColumns) ?? ({ column: 'state', descending: false } as const),
    [dienst],
  );
  const shown = useMemo(() => dutyRows(rows, search, sorting), [rows, search, sorting]);
  const onDuty = rows.filter(({ presence }) => presence.state !== 'offline').length;
  return (
    <FloorTable
      title={t('duty.title')}
      className="floor-duty"
      sorting={sorting}
      onSort={next => onSearch({ dienst: writeSorting(next) })}
      columns={[
        { name: 'name', label: t('duty.name'), sortable: true },
        { name: 'state', label: t('duty.state'), sortable: true },
        { name: 'languages', label: t('duty.languages') },
        { name: 'since', label: t('duty.since'), sortable: true },
      ]}
      shown={shown.length}
      all={onDuty}
      empty={t('duty.empty')}
    >
      {shown.map(row => (
        <DutyRow key={row.id} id={row.id} />
      ))}
    </FloorTable>
  );
}
