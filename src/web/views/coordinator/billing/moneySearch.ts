import { type Day, isDay } from '../../appointments/wallTime';
import { given, matching } from '../reportSearch';

export const stands = ['offen', 'ueberfaellig', 'alle'] as const;
export type Stand = (typeof stands)[number];

/** What stands in the address of payments; days are those of issue. */
export interface MoneySearch {
  auftraggeber?: string;
  stand?: Exclude<Stand, 'offen'>;
  von?: Day;
  bis?: Day;
}

export const readMoneySearch = (raw: Record<string, unknown>): MoneySearch =>
  given({
    auftraggeber: matching(raw.auftraggeber, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    stand: raw.stand === 'ueberfaellig' || raw.stand === 'alle' ? raw.stand : undefined,
    von: isDay(raw.von) ? raw.von : undefined,
    bis: isDay(raw.bis) ? raw.bis : undefined,
  });

/** Of the list of who is late: the day up to which interest counts. */
export interface DunningSearch {
  tag?: Day;
}

export const readDunningSearch = (raw: Record<string, unknown>): DunningSearch =>
  given({ tag: isDay(raw.tag) ? raw.tag : undefined });
