import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguages } from '../shared/languages';
import { FloorTable } from './FloorTable';
import { useFloor, useRows } from './floor';
import { isTalking, sessionRows } from './floorOrder';
import { readSorting, sessionColumns, writeSorting } from './floorSearch';
import { SessionRow } from './SessionRow';
import type { TablePart } from './tablePart';

/** Who talks with whom, how long, and whether it runs. */
export function SessionTable({ search, onSearch, onAct }: TablePart) {
  const { t } = useTranslation('coordinator');
  const languageOf = useLanguages();
  const rows = useRows(useFloor().sessions);
  const { gespraech } = search;
  const sorting = useMemo(
    () => readSorting(gespraech, sessionColumns) ?? ({ column: 'duration', descending: true } as const),
    [gespraech],
  );
  const shown = useMemo(
    () => sessionRows(rows, search, sorting, code => languageOf(code).germanName),
    [rows, search, sorting, languageOf],
  );
  return (
    <FloorTable
      title={t('sessions.title')}
      className="floor-sessions"
      sorting={sorting}
      onSort={next => onSearch({ gespraech: writeSorting(next) })}
      columns={[
        { name: 'language', label: t('sessions.language'), sortable: true },
        { name: 'customer', label: t('sessions.customer'), sortable: true },
        { name: 'interpreter', label: t('sessions.interpreter'), sortable: true },
        { name: 'duration', label: t('sessions.duration'), sortable: true },
        { name: 'state', label: t('sessions.state'), sortable: true },
        { name: 'actions', label: t('sessions.actions') },
      ]}
      shown={shown.length}
      all={rows.filter(isTalking).length}
      empty={t('sessions.empty')}
    >
      {shown.map(row => (
        <SessionRow key={row.id} id={row.id} onAct={onAct} />
      ))}
    </FloorTable>
  );
}
