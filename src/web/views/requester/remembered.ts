import { emptyForm, fields, type RequestForm } from './requestForm';

/** What this browser remembers between two requests: never the own reference, never an emergency. */
interface Remembered {
  language: string | null;
  field: RequestForm['field'];
  modality: RequestForm['modality'];
  lastLanguages: string[];
  favourites: string[];
}

const key = 'videodolmetschen.request';
const nothing: Remembered = {
  language: null,
  field: null,
  modality: 'video',
  lastLanguages: [],
  favourites: [],
};
const lastCount = 5;

export function readRemembered(storage: Pick<Storage, 'getItem'> = localStorage): Remembered {
  try {
    const stored = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Remembered>;
    return {
      language: typeof stored.language === 'string' ? stored.language : null,
      field: fields.find(field => field === stored.field) ?? null,
      modality: stored.modality === 'audio' ? 'audio' : 'video',
      lastLanguages: codes(stored.lastLanguages),
      favourites: codes(stored.favourites),
    };
  } catch {
    return nothing;
  }
}

const codes = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter(code => typeof code === 'string' && /^[a-z]{3}$/.test(code)) : [];

function write(change: Partial<Remembered>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readRemembered(), ...change }));
  } catch {
    // A browser without storage only forgets.
  }
}

/** The form as it was left, so that the usual case is one press. */
export function rememberedForm(remembered = readRemembered()): RequestForm {
  const { language, field, modality } = remembered;
  return { ...emptyForm, language, field, modality };
}

export function rememberRequest({ language, field, modality }: RequestForm): void {
  const { lastLanguages } = readRemembered();
  const last = language ? [language, ...lastLanguages.filter(code => code !== language)] : lastLanguages;
  write({ language, field, modality, lastLanguages: last.slice(0, lastCount) });
}

export function rememberFavourites(favourites: string[]): void {
  write({ favourites });
}

/** Favourites first, then the languages used last. */
export const shortcutsOf = ({ favourites, lastLanguages }: Remembered): string[] => [
  ...new Set([...favourites, ...lastLanguages]),
];
