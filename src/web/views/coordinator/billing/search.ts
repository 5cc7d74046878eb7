import { type Day, isDay } from '../../appointments/wallTime';
import { given } from '../reportSearch';
import type { Side } from '../tariffs/tariffs';

// What stands in the addresses of the section: only what narrows.

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOf = (value: unknown) => (typeof value === 'string' && idPattern.test(value) ? value : undefined);
const dayOf = (value: unknown): Day | undefined => (isDay(value) ? value : undefined);

export const sideWords = { auftraggeber: 'customer', dolmetschende: 'interpreter' } as const;
export type SideWord = keyof typeof sideWords;
const sideOf = (value: unknown): SideWord | undefined =>
  value === 'auftraggeber' || value === 'dolmetschende' ? value : undefined;
export const wordOf = (side: Side): SideWord => (side === 'customer' ? 'auftraggeber' : 'dolmetschende');

/** Of a new run: the side and the days of service. */
export interface NewRunSearch {
  seite?: SideWord;
  von?: Day;
  bis?: Day;
}

export const readNewRunSearch = (raw: Record<string, unknown>): NewRunSearch =>
  given({ seite: sideOf(raw.seite), von: dayOf(raw.von), bis: dayOf(raw.bis) });

/** Of the list of documents; days are those of issue. */
export interface DocumentSearch extends NewRunSearch {
  auftraggeber?: string;
  person?: string;
  lauf?: string;
}

export const readDocumentSearch = (raw: Record<string, unknown>): DocumentSearch =>
  given({
    ...readNewRunSearch(raw),
    auftraggeber: idOf(raw.auftraggeber),
    person: idOf(raw.person),
    lauf: idOf(raw.lauf),
  });

export interface PartiesSearch {
  seite?: SideWord;
  suche?: string;
  /** Only those whose data are not complete. */
  luecken?: true;
}

export const readPartiesSearch = (raw: Record<string, unknown>): PartiesSearch =>
  given({
    seite: sideOf(raw.seite),
    suche: typeof raw.suche === 'string' && raw.suche ? raw.suche.slice(0, 80) : undefined,
    luecken: raw.luecken === true ? (true as const) : undefined,
  });

/** Where a form of data was opened from: a preview of a run or a run, and nothing else. */
export interface FormSearch {
  zurueck?: string;
}

const backPattern = /^\/disposition\/abrechnung(\/laeufe\/[\w-]+)?(\?[\w=&.%-]*)?$/;

export const readFormSearch = (raw: Record<string, unknown>): FormSearch =>
  given({
    zurueck: typeof raw.zurueck === 'string' && backPattern.test(raw.zurueck) ? raw.zurueck : undefined,
  });
