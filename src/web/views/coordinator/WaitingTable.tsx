import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguages } from '../shared/languages';
import { FloorTable } from './FloorTable';
import { useFloor, useRows } from './floor';
import { isWaiting, urgentFirst, waitingRows } from './floorOrder';
import { readSorting, waitingColumns, writeSorting } from './floorSearch';
import type { TablePart } from './tablePart';
import { WaitingRow } from './WaitingRow';

/** Who waits, who is being rung for it, and for how long yet. */
export function WaitingTable({ search, onSearch, onAct }: TablePart) {
  const { t } = useTranslation('coordinator');
  const languageOf = useLanguages();
  const rows = useRows(useFloor().requests);
  const { wartet } = search;
  const sorting = useMemo(
    () => readSorting(wartet, waitingColumns) ?? ({ column: 'wait', descending: true } as const),
    [wartet],
  );
  const shown = useMemo(() => {
    const found = waitingRows(rows, search, sorting, code => languageOf(code).germanName);
    return wartet ? found : urgentFirst(found);
  }, [rows, search, sorting, languageOf, wartet]);
  return (
    <FloorTable
      title={t('waiting.title')}
      className="floor-waiting"
      sorting={sorting}
      onSort={next => onSearch({ wartet: writeSorting(next) })}
      columns={[
        { name: 'language', label: t('waiting.language'), sortable: true },
        { name: 'customer', label: t('waiting.customer'), sortable: true },
        { name: 'field', label: t('waiting.field'), sortable: true },
        { name: 'priority', label: t('waiting.priority'), sortable: true },
        { name: 'wait', label: t('waiting.wait'), sortable: true },
        { name: 'position', label: t('waiting.position') },
        { name: 'ringing', label: t('waiting.ringing') },
        { name: 'actions', label: t('waiting.actions') },
      ]}
      shown={shown.length}
      all={rows.filter(isWaiting).length}
      empty={`${t('waiting.empty')} ${t('waiting.emptyText')}`}
    >
      {shown.map(row => (
        <WaitingRow key={row.id} id={row.id} onAct={onAct} />
      ))}
    </FloorTable>
  );
}
