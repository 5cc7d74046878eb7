import type { PresenceView } from '../../protocol/messages';

export const waitingColumns = ['language', 'customer', 'field', 'priority', 'wait'] as const;
export const sessionColumns = ['language', 'customer', 'interpreter', 'duration', 'state'] as const;
export const dutyColumns = ['name', 'state', 'since'] as const;

export interface Sorting<C extends string> {
  column: C;
  descending: boolean;
}
export type WaitingColumn = (typeof waitingColumns)[number];
export type SessionColumn = (typeof sessionColumns)[number];
export type DutyColumn = (typeof dutyColumns)[number];
export type DutyState = Exclude<PresenceView['state'], 'offline'>;
export const dutyStates = [
  'available',
  'in_session',
  'wrap_up',
  'paused',
] as const satisfies readonly DutyState[];

/** What stands in the address: only what differs from the usual view, so that a plain address stays plain. */
export interface FloorSearch {
  suche?: string;
  sprache?: string;
  status?: DutyState;
  wartet?: string;
  gespraech?: string;
  dienst?: string;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export function readFloorSearch(raw: Record<string, unknown>): FloorSearch {
  const search: FloorSearch = {};
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
  const suche = text(raw.suche).slice(0, 80);
  if (suche.trim()) search.suche = suche;
  if (/^[a-z]{3}$/.test(text(raw.sprache))) search.sprache = text(raw.sprache);
  const status = dutyStates.find(state => state === raw.status);
  if (status) search.status = status;
  if (readSorting(raw.wartet, waitingColumns)) search.wartet = text(raw.wartet);
  if (readSorting(raw.gespraech, sessionColumns)) search.gespraech = text(raw.gespraech);
  if (readSorting(raw.dienst, dutyColumns)) search.dienst = text(raw.dienst);
  return search;
}

/** "language" is ascending, "-language" descending. */
export function readSorting<C extends string>(value: unknown, columns: readonly C[]): Sorting<C> | undefined {
  if (typeof value !== 'string') return undefined;
  const descending = value.startsWith('-');
  const column = columns.find(name => name === (descending ? value.slice(1) : value));
  return column && { column, descending };
}

export const writeSorting = ({ column, descending }: Sorting<string>) => `${descending ? '-' : ''}${column}`;

/** A second press on the same column turns the order around. */
export function nextSorting<C extends string>(now: Sorting<C>, column: C): Sorting<C> {
  return now.column === column ? { column, descending: !now.descending } : { column, descending: false };
}
