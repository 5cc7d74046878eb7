import type { UnservedCause } from '../../protocol/messages';

export const causes = [
  'none_qualified',
  'none_on_duty',
  'all_busy',
  'all_declined',
  'none_connected',
  'all_missed',
] as const satisfies readonly UnservedCause[];

/** What stands in the address: only what narrows. Days are Berlin days, both included. */
export interface LedgerSearch {
  von?: string;
  bis?: string;
  sprache?: string;
  grund?: UnservedCause;
  stunde?: number;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export function readLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const search: LedgerSearch = {};
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');
  const day = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? text(value) : undefined);
  const [von, bis] = [day(raw.von), day(raw.bis)];
  if (von) search.von = von;
  if (bis) search.bis = bis;
  if (/^[a-z]{3}$/.test(text(raw.sprache))) search.sprache = text(raw.sprache);
  const grund = causes.find(cause => cause === raw.grund);
  if (grund) search.grund = grund;
  const stunde = Number(text(raw.stunde));
  if (text(raw.stunde) !== '' && Number.isInteger(stunde) && stunde >= 0 && stunde < 24)
    search.stunde = stunde;
  return search;
}

/** The query of GET /api/unserved and of the CSV file. */
export function ledgerQuery({ von, bis, sprache, grund, stunde }: LedgerSearch): string {
  const query = new URLSearchParams();
  if (von) query.set('from', von);
  if (bis) query.set('to', bis);
  if (sprache) query.set('language', sprache);
  if (grund) query.set('cause', grund);
  if (stunde !== undefined) query.set('hour', `${stunde}`);
  const text = query.toString();
  return text && `?${text}`;
}
