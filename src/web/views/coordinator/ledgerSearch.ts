import type { UnservedCause } from '../../protocol/messages';
import { type PeriodSearch, queryOf, readPeriod, textOf } from './reportSearch';

export const causes = [
  'none_qualified',
  'none_on_duty',
  'all_busy',
  'all_declined',
  'none_connected',
  'all_missed',
] as const satisfies readonly UnservedCause[];

/** What stands in the address. */
export interface LedgerSearch extends PeriodSearch {
  grund?: UnservedCause;
  stunde?: number;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export function readLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const search: LedgerSearch = readPeriod(raw);
  const grund = causes.find(cause => cause === raw.grund);
  if (grund) search.grund = grund;
  const stunde = Number(textOf(raw.stunde));
  if (textOf(raw.stunde) !== '' && Number.isInteger(stunde) && stunde >= 0 && stunde < 24)
    search.stunde = stunde;
  return search;
}

/** The query of GET /api/unserved and of the CSV file. */
export const ledgerQuery = ({ von, bis, sprache, grund, stunde }: LedgerSearch): string =>
  queryOf({ from: von, to: bis, language: sprache, cause: grund, hour: stunde });
