import { given, matching, queryOf, textOf } from '../coordinator/reportSearch';

export const views = ['usage', 'service', 'unserved', 'fairness', 'accounts'] as const;
export type View = (typeof views)[number];

/** How each view is called in the address. */
const names: Record<View, string> = {
  usage: 'nutzung',
  service: 'erreichbarkeit',
  unserved: 'nicht-bedient',
  fairness: 'verteilung',
  accounts: 'konten',
};

export const bys = ['unit', 'customer', 'language', 'modality', 'hour', 'day', 'month', 'cause'] as const;
export type By = (typeof bys)[number];

export const withinChoices = [30, 60, 120, 240] as const;

/** What stands in the address: only what narrows or differs from the usual. */
export interface ReportsSearch {
  ansicht?: string;
  nach?: By;
  von?: string;
  bis?: string;
  auftraggeber?: string;
  dienststelle?: string;
  sprache?: string;
  art?: string;
  stunde?: string;
  sekunden?: string;
  balken?: string;
  einzeln?: true;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export function readReportsSearch(raw: Record<string, unknown>): ReportsSearch {
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const view = views.find(one => names[one] === raw.ansicht);
  const search: ReportsSearch = given({
    ansicht: view && view !== 'usage' ? names[view] : undefined,
    nach: bys.find(by => by === raw.nach),
    von: matching(raw.von, day),
    bis: matching(raw.bis, day),
    auftraggeber: matching(raw.auftraggeber, id),
    dienststelle: matching(raw.dienststelle, id),
    sprache: matching(raw.sprache, /^[a-z]{3}$/),
    art: matching(raw.art, /^(video|audio)$/),
    stunde: matching(raw.stunde, /^(\d|1\d|2[0-3])$/),
    sekunden: matching(raw.sekunden, /^(30|60|120|240)$/),
    balken: matching(raw.balken, /^[a-zA-Z0-9_]{1,20}$/),
  });
  return textOf(raw.einzeln) === 'true' ? { ...search, einzeln: true } : search;
}

export const viewOf = ({ ansicht }: ReportsSearch): View =>
  views.find(view => names[view] === ansicht) ?? 'usage';

export const nameOfView = (view: View): string => names[view];

const usual: Record<View, By | undefined> = {
  usage: 'unit',
  service: 'language',
  unserved: 'cause',
  fairness: undefined,
  accounts: undefined,
};

/** By what the rows of a view are told apart; fairness and accounts have rows of their own. */
export function byOf(search: ReportsSearch): By | undefined {
  const view = viewOf(search);
  if (usual[view] === undefined) return undefined;
  const by = search.nach ?? usual[view];
  return by === 'cause' && view !== 'unserved' ? usual[view] : by;
}

/** The query of a view and of its files. */
export function reportQuery(search: ReportsSearch): string {
  const view = viewOf(search);
  const period = { from: search.von, to: search.bis };
  if (view === 'fairness' || view === 'accounts') return queryOf(period);
  return queryOf({
    ...period,
    by: byOf(search),
    ...filterOf(search),
    within: view === 'service' ? search.sekunden : undefined,
  });
}

/** The query of the conversations behind the figures. */
export const sessionsQuery = (search: ReportsSearch, before?: string): string =>
  queryOf({ from: search.von, to: search.bis, ...filterOf(search), before });

const filterOf = (search: ReportsSearch) => ({
  customer: search.auftraggeber,
  unit: search.dienststelle,
  language: search.sprache,
  modality: search.art,
  hour: search.stunde,
});

/** The address of what is behind one row. */
export function drillInto(search: ReportsSearch, by: By, key: string): ReportsSearch | null {
  const into = part(by, key);
  return into && { ...search, ...into, einzeln: true };
}

function part(by: By, key: string): ReportsSearch | null {
  switch (by) {
    case 'customer':
      return { auftraggeber: key };
    case 'unit':
      return { dienststelle: key };
    case 'language':
      return { sprache: key };
    case 'modality':
      return { art: key };
    case 'hour':
      return { stunde: key };
    case 'day':
      return { von: key, bis: key };
    case 'month':
      return { von: key, bis: lastOfMonth(key) };
    case 'cause':
      return null;
  }
}

function lastOfMonth(first: string): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
