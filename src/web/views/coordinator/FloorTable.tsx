import down from '@material-symbols/svg-400/rounded/arrow_downward.svg?raw';
import up from '@material-symbols/svg-400/rounded/arrow_upward.svg?raw';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon';
import { nextSorting, type Sorting } from './floorSearch';

export interface Column<C extends string> {
  name: C | 'modality' | 'position' | 'ringing' | 'actions' | 'languages';
  label: string;
  sortable?: boolean;
}

interface Props<C extends string> {
  title: string;
  className: string;
  columns: readonly Column<C>[];
  sorting: Sorting<C>;
  onSort: (sorting: Sorting<C>) => void;
  shown: number;
  all: number;
  empty: string;
  children: ReactNode;
}

/** One part of the board: heading with its count, a table that turns into stacked rows where there is no room. */
export function FloorTable<C extends string>(props: Props<C>) {
  const { t } = useTranslation('coordinator');
  const id = useId();
  const { shown, all } = props;
  return (
    <section className={`floor-part ${props.className}`} aria-labelledby={id} tabIndex={-1}>
      <h2 id={id} className="floor-title">
        {props.title}{' '}
        <span className="floor-count">
          {shown === all ? t('table.count', { shown }) : t('table.countOf', { shown, all })}
        </span>
      </h2>
      {shown === 0 ? (
        <p className="floor-empty muted">{all > 0 ? t('table.nothingFound') : props.empty}</p>
      ) : (
        <div className="floor-scroll">
          <table className="floor-table" aria-labelledby={id}>
            <thead>
              <tr>
                {props.columns.map(column => (
                  <Head key={column.name} column={column} sorting={props.sorting} onSort={props.onSort} />
                ))}
              </tr>
            </thead>
            <tbody>{props.children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface HeadProps<C extends string> {
  column: Column<C>;
  sorting: Sorting<C>;
  onSort: (sorting: Sorting<C>) => void;
}

function Head<C extends string>({ column, sorting, onSort }: HeadProps<C>) {
  if (!column.sortable)
    return (
      <th scope="col" className={`head-${column.name}`}>
        {column.label}
      </th>
    );
  const name = column.name as C;
  const isSorted = sorting.column === name;
  return (
    <th
      scope="col"
      className="sortable"
      aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort(nextSorting(sorting, name))}>
        {column.label}
        {isSorted && <Icon svg={sorting.descending ? down : up} size={16} />}
      </button>
    </th>
  );
}
