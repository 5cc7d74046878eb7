import { type GuestTexts, german } from './de';

export interface GuestLanguage {
  code: string;
  /** In its own language. */
  name: string;
  dir: 'ltr' | 'rtl';
  load(): Promise<GuestTexts>;
}

const other =
  (load: () => Promise<{ texts: GuestTexts }>): GuestLanguage['load'] =>
  async () =>
    (await load()).texts;

/** German comes with the page, each other language only when it is chosen. */
export const guestLanguages: readonly GuestLanguage[] = [
  { code: 'de', name: 'Deutsch', dir: 'ltr', load: () => Promise.resolve(german) },
  { code: 'en', name: 'English', dir: 'ltr', load: other(() => import('./en')) },
  { code: 'ar', name: 'العربية', dir: 'rtl', load: other(() => import('./ar')) },
  { code: 'fa', name: 'فارسی / دری', dir: 'rtl', load: other(() => import('./fa')) },
  { code: 'fr', name: 'Français', dir: 'ltr', load: other(() => import('./fr')) },
  { code: 'kmr', name: 'Kurmancî', dir: 'ltr', load: other(() => import('./kmr')) },
  { code: 'ru', name: 'Русский', dir: 'ltr', load: other(() => import('./ru')) },
  { code: 'ti', name: 'ትግርኛ', dir: 'ltr', load: other(() => import('./ti')) },
  { code: 'tr', name: 'Türkçe', dir: 'ltr', load: other(() => import('./tr')) },
  { code: 'uk', name: 'Українська', dir: 'ltr', load: other(() => import('./uk')) },
];

const chosen = 'videodolmetschen.guest.language';
const aliases: Record<string, string> = { prs: 'fa', ku: 'kmr', pes: 'fa' };

/** What the guest chose here, else what the device speaks, else German. Nobody else is told. */
export function firstLanguage(wanted: readonly string[] = navigator.languages): GuestLanguage {
  const codes = [sessionStorage.getItem(chosen), ...wanted].map(one => one?.split('-')[0] ?? '');
  for (const code of codes) {
    const found = guestLanguages.find(language => language.code === (aliases[code] ?? code));
    if (found) return found;
  }
  return guestLanguages[0] as GuestLanguage;
}

export const rememberLanguage = (code: string): void => sessionStorage.setItem(chosen, code);

/** `{n}` and `{name}` in a sentence. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
